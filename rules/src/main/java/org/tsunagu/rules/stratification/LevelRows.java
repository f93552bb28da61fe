package org.tsunagu.rules.stratification;

import java.util.List;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.condition.Truth;

/// The rows of `levels.tsv` for one age (保健指導レベルの表): which level a state without missing values leads to.
record LevelRows(List<Row> rows) {

    /// The rows for an age among those in force.
    static LevelRows forAge(List<Row> rows, int age) {
        return new LevelRows(rows.stream()
                .filter(row -> row.integer("fy_age_min") <= age && age <= row.integer("fy_age_max"))
                .toList());
    }

    /// The row of a state in which nothing that matters is unknown; what is unknown counts as not met.
    ///
    /// @throws IllegalArgumentException if the table has none or several
    Row row(State state) {
        var drug = state.is(Predicate.DRUG, Truth.TRUE);
        var matching = rows.stream()
                .filter(row -> row.text("drug").equals(String.valueOf(drug)))
                .filter(row -> isRoute(row, state) && isCount(row, state.risks()))
                .toList();
        if (matching.size() != 1) {
            throw new IllegalArgumentException("stratification/levels: %d rows for route %s with %d risks"
                    .formatted(matching.size(), state.route(), state.risks()));
        }
        return matching.getFirst();
    }

    /// The level of such a state.
    Level level(State state) {
        return Level.of(row(state).text("level_code"));
    }

    private static boolean isRoute(Row row, State state) {
        return row.text("route").equals("any") || row.text("route").equals(state.route());
    }

    private static boolean isCount(Row row, int risks) {
        return row.text("risk_count_min").isEmpty()
                || (row.integer("risk_count_min") <= risks && risks <= row.integer("risk_count_max"));
    }
}
