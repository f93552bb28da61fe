package org.tsunagu.codes.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// A catalogue of checks (点検項目の一覧), a table with the columns `row` and `severity`: what is looked at and how much it
/// weighs. Ids never change meaning. Severities can be corrected per installation, sender or kind of exchange.
public final class Checks {

    private final Map<String, Row> byId = new HashMap<>();
    private final Map<String, Severity> severities = new HashMap<>();

    private Checks(Table table) {
        for (var row : table.rows()) {
            byId.put(row.key(), row);
            severities.put(row.key(), Severity.of(row.text("severity")));
        }
    }

    /// The checks of a table.
    public static Checks of(Table table) {
        return new Checks(table);
    }

    /// How much a check weighs.
    ///
    /// @throws IllegalArgumentException if the catalogue has no such check
    public Severity severity(String id) {
        var severity = severities.get(id);
        if (severity == null) {
            throw new IllegalArgumentException("no check %s in the catalogue".formatted(id));
        }
        return severity;
    }

    /// The row of a check.
    public Optional<Row> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// All ids, sorted.
    public List<String> ids() {
        return byId.keySet().stream().sorted().toList();
    }
}
