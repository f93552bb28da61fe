package org.tsunagu.app.reporting;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What is fixed about the report (法定報告の定め): `reports.tsv`, and the kinds of gaps in `gaps.tsv`.
final class ReportRules {

    private static final Table RULES = read("reports");
    private static final Table GAPS = read("gaps");
    private static final java.util.Map<String, Row> BY_KEY =
            RULES.rows().stream().collect(Collectors.toUnmodifiableMap(Row::key, Function.identity()));

    private ReportRules() {}

    private static Table read(String name) {
        return Table.read("reporting/" + name, ReportRules.class.getResourceAsStream(name + ".tsv"));
    }

    /// The row of a rule.
    static Row row(String key) {
        return Objects.requireNonNull(BY_KEY.get(key), key);
    }

    /// What a rule says.
    static String value(String key) {
        return row(key).text("value");
    }

    /// What all rules say whose key begins so.
    static List<String> values(String start) {
        return RULES.rows().stream()
                .filter(row -> row.key().startsWith(start))
                .map(row -> row.text("value"))
                .toList();
    }

    /// The kinds of gaps in the order of the page.
    static List<Row> gaps() {
        return GAPS.rows();
    }
}
