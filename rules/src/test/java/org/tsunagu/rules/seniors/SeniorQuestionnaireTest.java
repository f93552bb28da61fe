package org.tsunagu.rules.seniors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.Cases;

class SeniorQuestionnaireTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 10);

    @Test
    void fifteen_questions_and_the_answers_that_mean_a_risk() {
        var answers = SeniorQuestionnaire.of(
                DAY, Cases.values("9N932000000000011=4 9N934000000000011=1 9N937000000000011=1 9N944000000000011=2"));

        assertThat(answers).hasSize(15);
        assertThat(answers.stream()
                        .filter(SeniorQuestionnaire.Answer::isRisk)
                        .map(one -> one.question().key()))
                .containsExactly("Q75-01", "Q75-06", "Q75-13");
        assertThat(answers.get(0).certainty()).isEqualTo(Certainty.UNCONFIRMED);
        assertThat(answers.get(5).certainty()).isEqualTo(Certainty.SOURCE);
        assertThat(answers.get(1).code()).isEmpty();
    }

    @Test
    void the_dental_checkup_has_the_seven_elements_of_the_manual_and_unconfirmed_measures() {
        var rows = SeniorTables.dental(List.of()).on(DAY);
        assertThat(rows)
                .hasSize(7)
                .allMatch(row -> row.text("measure_certainty").equals("unconfirmed"));
        assertThat(SeniorTables.dentalCoverage(List.of()).rows()).hasSize(5);
    }
}
