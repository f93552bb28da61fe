package org.tsunagu.rules.completeness;

import java.time.LocalDate;
import java.util.List;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.condition.ConditionTable;
import org.tsunagu.rules.value.Variables;

/// The tables of what an examination must and may contain (基本項目・詳細な健診): `completion.tsv`, `detailed-items.tsv`.
public final class CompletenessTables {

    private final Table completion;
    private final Table detailed;

    /// Reads the tables.
    public CompletenessTables(List<Correction> corrections) {
        completion = read("completion", corrections);
        detailed = read("detailed-items", corrections);
    }

    private static Table read(String name, List<Correction> corrections) {
        return Table.read("completeness/" + name, CompletenessTables.class.getResourceAsStream(name + ".tsv"))
                .with(corrections);
    }

    /// All of them.
    public List<Table> all() {
        return List.of(completion, detailed);
    }

    /// The groups of items and their names.
    public Table completion() {
        return completion;
    }

    /// What a complete examination needs on a day.
    public Completeness completeness(LocalDate day, Sex sex, Variables variables) {
        var table = new ConditionTable(completion.on(day), "group", variables);
        return new Completeness(table.rules().stream()
                .map(group -> new Completeness.Group(group, table.condition(group, sex)))
                .toList());
    }

    /// The conditions of the detailed items on a day.
    public DetailedItems detailedItems(LocalDate day, Sex sex, Variables variables) {
        var rows = detailed.on(day);
        var always = table(rows, "always", variables);
        var thisYear = table(rows, "", variables);
        var ifUnknown = table(rows, "if_unknown", variables);
        return new DetailedItems(rows.stream()
                .map(row -> row.text("item"))
                .distinct()
                .map(item -> new DetailedItems.Conditions(
                        item,
                        thisYear.condition(item, sex),
                        ifUnknown.condition(item, sex),
                        always.condition(item, sex)))
                .toList());
    }

    private static ConditionTable table(List<Row> rows, String previous, Variables variables) {
        var mine = rows.stream()
                .filter(row -> row.text("previous").equals(previous))
                .toList();
        return new ConditionTable(mine, "item", variables);
    }
}
