package org.tsunagu.rules.list;

import java.time.YearMonth;
import java.util.List;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.care.CareRules;

/// The lists of people of one definition (抽出リスト): as shipped, or with cells an insurer has changed in its copy.
public final class ListRules {

    private final ListTables tables;
    private final List<Correction> changes;

    /// With changed cells.
    public ListRules(List<Correction> changes) {
        this.changes = List.copyOf(changes);
        this.tables = new ListTables(changes);
    }

    /// The keys of the lists in force in a month, in the order of the table.
    public List<String> keys(YearMonth month) {
        return tables.lists().on(month.atEndOfMonth()).stream().map(Row::key).toList();
    }

    /// A list as it is in force in a month.
    ///
    /// @throws IllegalArgumentException if there is none
    public PeopleList on(String key, YearMonth month) {
        var day = month.atEndOfMonth();
        var row = tables.lists().on(day).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no list %s, only %s".formatted(key, keys(month))));
        return new PeopleList(row, tables, new CareRules(changes, day), month);
    }
}
