package org.tsunagu.rules.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.rules.Cases;
import org.tsunagu.rules.Judgement;

class FeedbackCasesTest {

    @ParameterizedTest(name = "{0}: {2} = {4} ({5})")
    @CsvFileSource(resources = "classes.cases.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '|')
    void cases(String id, String examination, String given, String family, String classKey, String note) {
        assertThat(of(Cases.judge("M", 50, examination, Cases.healthyWith(given)), family)
                        .classKey())
                .isEqualTo(classKey);
    }

    private static Feedback of(Judgement judgement, String family) {
        return judgement.feedback().stream()
                .filter(feedback -> feedback.family().equals(family))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_family_gets_one_class_in_the_order_of_the_table() {
        assertThat(Cases.judge("M", 50, "2024-06-01", Cases.healthyWith("ldl=100 protein=1 egfr=90.0"))
                        .feedback())
                .extracting(Feedback::family)
                .containsExactly("BP", "KIDNEY", "LIPID", "GLUCOSE");
    }

    @Test
    void there_are_no_classes_before_the_third_period() {
        assertThat(Cases.judge("M", 50, "2018-03-31", Cases.healthyWith("")).feedback())
                .isEmpty();
    }

    @Test
    void an_unknown_class_says_what_it_is_at_least_and_what_is_missing() {
        var kidney = of(Cases.judge("M", 50, "2024-06-01", Cases.healthyWith("protein=2")), "KIDNEY");

        assertThat(kidney.classKey()).isEqualTo(Feedback.UNKNOWN);
        assertThat(kidney.action()).isEmpty();
        assertThat(kidney.reason().facts()).containsEntry("at_least", "KD2").containsEntry("missing", "egfr");
    }

    @Test
    void casual_glucose_alone_adds_the_note_about_it() {
        var casual = Cases.judge("M", 50, "2024-06-01", Cases.healthyWith("fpg=- casual=90 tg=- draw=3"));
        var fasting = Cases.judge("M", 50, "2024-06-01", Cases.healthyWith(""));

        assertThat(casual.feedback()).extracting(Feedback::classKey).contains("GL_NORMAL", "GL_CASUAL_NOTE");
        assertThat(fasting.feedback()).extracting(Feedback::classKey).doesNotContain("GL_CASUAL_NOTE");
    }

    @Test
    void the_action_of_a_class_comes_from_its_text() {
        assertThat(of(Cases.judge("M", 50, "2024-06-01", Cases.healthyWith("sbp=160")), "BP")
                        .action())
                .isEqualTo("refer_now");
    }
}
