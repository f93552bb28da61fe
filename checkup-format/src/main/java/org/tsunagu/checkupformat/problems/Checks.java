package org.tsunagu.checkupformat.problems;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.problem.Severity;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The catalogue of reception checks (受付チェック), `checks.tsv`: what each check demands and how much it weighs.
/// Ids never change meaning. Severities can be corrected per installation, sender or kind of exchange.
public final class Checks {

    private final Map<String, Row> byId = new HashMap<>();
    private final Map<String, Severity> severities = new HashMap<>();

    private Checks(Table table) {
        for (var row : table.rows()) {
            byId.put(row.key(), row);
            severities.put(row.key(), Severity.of(row.text("severity")));
        }
    }

    /// The catalogue as shipped; read once.
    public static Checks shipped() {
        return Shipped.CHECKS;
    }

    /// The catalogue with cells corrected, for example the severity of a check for one sender.
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
        return Optional.ofNullable(byId.get(id));
    }

    /// All ids.
    public List<String> ids() {
        return byId.keySet().stream().sorted().toList();
    }

    private static final class Shipped {
        private static final Checks CHECKS = Checks.with(List.of());
    }
}
