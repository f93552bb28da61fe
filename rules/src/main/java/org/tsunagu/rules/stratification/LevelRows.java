package org.tsunagu.rules.stratification;

import java.util.List;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.condition.Truth;

/// The rows of `levels.tsv` for one age (保健指導レベルの表): which level a state without missing values leads to.
record LevelRows(List<Line> lines) {

    /// One row, read once.
    record Line(Row row, Level level, boolean drug, String route, int fewest, int most) {

        static Line of(Row row) {
            var counts = !row.text("risk_count_min").isEmpty();
            return new Line(
                    row,
                    Level.of(row.text("level_code")),
                    row.text("drug").equals("true"),
                    row.text("route"),
                    counts ? row.integer("risk_count_min") : 0,
                    counts ? row.integer("risk_count_max") : Integer.MAX_VALUE);
        }

        boolean fits(State state) {
            return drug == state.is(Predicate.DRUG, Truth.TRUE)
                    && (route.equals("any") || route.equals(state.route()))
                    && fewest <= state.risks()
                    && state.risks() <= most;
        }
    }

    /// The rows for an age among those in force.
    static LevelRows forAge(List<Row> rows, int age) {
        return new LevelRows(rows.stream()
                .filter(row -> row.integer("fy_age_min") <= age && age <= row.integer("fy_age_max"))
                .map(Line::of)
                .toList());
    }

    /// The row of a state in which nothing that matters is unknown; what is unknown counts as not met.
    ///
    /// @throws IllegalArgumentException if the table does not have exactly one
    Line line(State state) {
        var found = lines.stream().filter(line -> line.fits(state)).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("stratification/levels: %d rows for route %s with %d risks"
                    .formatted(found.size(), state.route(), state.risks()));
        }
        return found.getFirst();
    }

    Row row(State state) {
        return line(state).row();
    }

    /// The level of such a state.
    Level level(State state) {
        return line(state).level();
    }

    /// Whether someone of this age can get active support.
    boolean hasActiveSupport() {
        return lines.stream().anyMatch(line -> line.level() == Level.ACTIVE);
    }
}
