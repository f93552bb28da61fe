package org.tsunagu.rules.metabolic;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.condition.Truth;

/// The results of the metabolic judgement (判定の表), `levels.tsv`.
record MetabolicRows(List<Row> rows) {

    /// The row for a waist, a number of items and whether a category is lost to missing values.
    ///
    /// @throws IllegalArgumentException if the table has none
    Row row(Truth waist, int items, boolean lost) {
        return rows.stream()
                .filter(row -> row.text("waist_met").equals(waist.word()))
                .filter(row -> row.text("items_min").isEmpty()
                        || (row.integer("items_min") <= items && items <= row.integer("items_max")))
                .filter(row -> isLost(row.text("lost_category"), lost))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "metabolic/levels: no row for waist %s, %d items".formatted(waist, items)));
    }

    private static boolean isLost(String cell, boolean lost) {
        return cell.isEmpty() || cell.equals("any") || cell.equals(String.valueOf(lost));
    }

    MetabolicCode code(Truth waist, int items, boolean lost) {
        return MetabolicCode.of(row(waist, items, lost).text("result_code"));
    }

    /// The result if every completion of what is unknown gave the same, else undetermined.
    ///
    /// @param met items that are certain
    /// @param unknown items that are not known
    MetabolicCode byCompletions(Truth waist, int met, int unknown) {
        Set<MetabolicCode> possible = EnumSet.noneOf(MetabolicCode.class);
        for (var more = 0; more <= unknown; more++) {
            if (waist != Truth.TRUE) {
                possible.add(code(Truth.FALSE, met + more, false));
            }
            if (waist != Truth.FALSE) {
                possible.add(code(Truth.TRUE, met + more, false));
            }
        }
        return possible.size() == 1 ? possible.iterator().next() : MetabolicCode.UNDETERMINED;
    }
}
