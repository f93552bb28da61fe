package org.tsunagu.app.guidance;

import java.util.OptionalInt;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Answers of the questionnaire that speak for a change of habits (生活習慣の改善の必要性), by `habit-answers.tsv`.
final class Habits {

    private static final Table TABLE =
            Table.read("guidance/habit-answers", Habits.class.getResourceAsStream("habit-answers.tsv"));

    private Habits() {}

    /// How many there are; empty when none of the questions was answered.
    static OptionalInt unhealthy(CheckupValues values) {
        var answered = TABLE.rows().stream()
                .filter(row -> !answer(row, values).isEmpty())
                .toList();
        return answered.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.toIntExact(answered.stream()
                        .filter(row -> answer(row, values).equals(row.text("answer")))
                        .count()));
    }

    private static String answer(Row row, CheckupValues values) {
        return Items.shipped()
                .find(row.text("item"))
                .map(values::get)
                .filter(value -> value.state().isValue())
                .map(value -> value.text())
                .orElse("");
    }
}
