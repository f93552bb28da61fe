package org.tsunagu.rules.stratification;

import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.condition.Truth;

/// The situations in which the completions of the missing values and the documented rules disagree (規定との相違),
/// `departures.tsv`: a row describes states by the letters T, F, U and by numbers of categories.
record Departures(List<Row> rows) {

    /// The row that describes a state.
    Optional<Row> find(State state, int age) {
        return rows.stream()
                .filter(row -> isAge(row, age))
                .filter(row -> isAnswer(row, "drug", state.get(Predicate.DRUG))
                        && isAnswer(row, "waist_met", state.get(Predicate.WAIST_MET))
                        && isAnswer(row, "bmi_met", state.get(Predicate.BMI_MET))
                        && isAnswer(row, "smoke_risk", state.get(Predicate.SMOKE_RISK)))
                .filter(row -> isBetween(row, "met", state.categories(Truth.TRUE))
                        && isBetween(row, "not_met", state.categories(Truth.FALSE)))
                .findFirst();
    }

    private static boolean isAnswer(Row row, String column, Truth truth) {
        return row.text(column).contains(truth.name().substring(0, 1));
    }

    private static boolean isBetween(Row row, String column, int count) {
        return row.integer(column + "_min") <= count && count <= row.integer(column + "_max");
    }

    private static boolean isAge(Row row, int age) {
        return (row.text("fy_age_min").isEmpty() || row.integer("fy_age_min") <= age)
                && (row.text("fy_age_max").isEmpty() || age <= row.integer("fy_age_max"));
    }
}
