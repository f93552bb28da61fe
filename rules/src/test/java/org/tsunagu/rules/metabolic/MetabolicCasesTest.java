package org.tsunagu.rules.metabolic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.rules.Cases;

class MetabolicCasesTest {

    @ParameterizedTest(name = "{0}: {3} = {4} ({6})")
    @CsvFileSource(resources = "codes.cases.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '|')
    void cases(
            String id, String sex, String examination, String given, String code, String byCompletions, String note) {
        var judgement = Cases.judge(sex, 50, examination, Cases.healthyWith(given));

        assertThat(judgement.metabolic().value().code()).isEqualTo(code);
        assertThat(judgement.metabolicByCompletions()).isEqualTo(byCompletions);
    }

    @Test
    void a_lost_category_names_what_is_missing_in_it() {
        var judgement =
                Cases.judge("M", 50, "2024-06-01", Cases.healthyWith("waist=90.0 sbp=150 dbp=- med_lipid=- hdl=-"));

        assertThat(judgement.metabolic().certain()).isFalse();
        assertThat(judgement.metabolic().missingThatMatter()).containsExactly("hdl", "med_lipid", "dbp");
    }

    @Test
    void the_reasons_stop_at_a_small_waist() {
        var judgement = Cases.judge("M", 50, "2024-06-01", Cases.healthyWith("sbp=150"));

        assertThat(Cases.rows(judgement.metabolic().reasons())).containsExactly("WAIST-M", "M-WAIST-NOT-MET");
    }

    @Test
    void the_judgement_does_not_depend_on_the_age() {
        assertThat(Cases.judge("M", 39, "2024-06-01", Cases.healthyWith("waist=90.0 sbp=150"))
                        .metabolic()
                        .value())
                .isEqualTo(MetabolicCode.PRELIMINARY);
    }
}
