package org.tsunagu.rules.seniors;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.item.ValueState;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Row;

/// The questionnaire for people of 75 and over (後期高齢者の質問票): fifteen questions and which answers mean a risk. There is
/// no
/// official total score, so none is made.
public final class SeniorQuestionnaire {

    private SeniorQuestionnaire() {}

    /// An answer.
    ///
    /// @param question its row in `questionnaire.tsv`
    /// @param code the answer; empty when it was not given
    /// @param isRisk whether it means a risk
    /// @param certainty how sure it is that it does
    public record Answer(Row question, String code, boolean isRisk, Certainty certainty) {}

    /// The answers of a checkup in the order of the questions.
    public static List<Answer> of(LocalDate day, CheckupValues values) {
        return SeniorTables.questionnaire(List.of()).on(day).stream()
                .map(row -> answer(row, values))
                .toList();
    }

    private static Answer answer(Row row, CheckupValues values) {
        var value = values.get(Items.shipped().get(row.text("item_code17")));
        var code = value.state() == ValueState.MEASURED ? value.text() : "";
        var isRisk = Stream.of(row.text("risk_codes").split(",")).anyMatch(code::equals);
        return new Answer(row, code, isRisk, Certainty.of(row.text("risk_certainty")));
    }
}
