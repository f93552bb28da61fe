package org.tsunagu.claimsformat.problems;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.problem.Severity;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The catalogue of what is checked in claims (点検項目), `checks.tsv`. Ids never change meaning; severities can be
/// corrected on an installation.
public final class Checks {

    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, Severity> severities = new HashMap<>();

    private Checks(Table table) {
        for (var row : table.rows()) {
            rows.put(row.key(), row);
            severities.put(row.key(), Severity.of(row.text("severity")));
        }
    }

    /// The catalogue as shipped; read once.
    public static Checks shipped() {
        return Shipped.CHECKS;
    }

    /// The catalogue with cells corrected.
    public static Checks with(List<Correction> corrections) {
        return new Checks(Table.read("problems/checks", Checks.class.getResourceAsStream("checks.tsv"))
                .with(corrections));
    }

    /// How much a check weighs.
    ///
    /// @throws IllegalArgumentException if the catalogue has no such check
    public Severity severity(String id) {
        var severity = severities.get(id);
        if (severity == null) {
            throw new IllegalArgumentException("no check %s in checks.tsv".formatted(id));
        }
        return severity;
    }

    /// The row of a check.
    public Optional<Row> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    /// All ids, sorted.
    public List<String> ids() {
        return rows.keySet().stream().sorted().toList();
    }

    private static final class Shipped {
        private static final Checks CHECKS = Checks.with(List.of());
    }
}
