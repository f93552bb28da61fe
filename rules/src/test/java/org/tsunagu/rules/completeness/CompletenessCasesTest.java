package org.tsunagu.rules.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.Cases;
import org.tsunagu.rules.Judging;
import org.tsunagu.rules.condition.Truth;

class CompletenessCasesTest {

    private static final String REST =
            " height=170.0 weight=64.0 history=2 subjective=2 objective=2 ldl=100 ast=20 alt=20"
                    + " ggt=20 sugar=1 protein=1 metabolic=3 level=3 doctor=x doctor_name=x ";

    @ParameterizedTest(name = "{0}: {2} lacks {3} ({4})")
    @CsvFileSource(resources = "completion.cases.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '|')
    void cases(String id, String examination, String given, String missing, String note) {
        var judgement = Cases.judge("M", 50, examination, Cases.healthyWith(REST + Cases.orEmpty(given)));

        assertThat(judgement.missingGroups()).isEqualTo(Cases.list(missing));
        assertThat(judgement.complete().value()).isEqualTo(Cases.list(missing).isEmpty());
        assertThat(judgement.complete().reasons().stream()
                        .filter(reason -> reason.outcome().equals("false"))
                        .map(reason -> reason.facts().get("group")))
                .isEqualTo(Cases.list(missing));
    }

    @Test
    void a_lawful_omission_is_shown_as_uncertain() {
        var complete = Cases.judge("M", 50, "2024-06-01", Cases.healthyWith(REST + "waist=- bmi=19.9"))
                .complete();

        assertThat(complete.value()).isTrue();
        assertThat(complete.certainty()).isEqualTo(Certainty.UNCONFIRMED);
        assertThat(Cases.rows(complete.reasons())).containsExactly("WAIST-OMITTED");
    }

    @Test
    void the_doctor_may_add_tests_when_the_pressure_is_high() {
        assertThat(detailed("2024-06-01", "sbp=140 dbp=80", "ECG")).isEqualTo(Truth.TRUE);
        assertThat(detailed("2024-06-01", "sbp=139 dbp=90", "FUNDUS")).isEqualTo(Truth.TRUE);
        assertThat(detailed("2024-06-01", "sbp=130 dbp=80", "CREATININE")).isEqualTo(Truth.TRUE);
    }

    @Test
    void an_electrocardiogram_may_depend_on_what_only_the_doctor_sees() {
        assertThat(detailed("2024-06-01", "sbp=120 dbp=70", "ECG")).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void one_glucose_value_is_enough_to_rule_out_the_fundus_test() {
        assertThat(detailed("2024-06-01", "sbp=120 dbp=70 fpg=125 draw=2", "FUNDUS"))
                .isEqualTo(Truth.FALSE);
        assertThat(detailed("2024-06-01", "sbp=120 dbp=70 fpg=126 draw=2", "FUNDUS"))
                .isEqualTo(Truth.TRUE);
        assertThat(detailed("2024-06-01", "sbp=120 dbp=70", "FUNDUS")).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void anaemia_is_tested_after_a_history_of_it() {
        assertThat(detailed("2024-06-01", "anaemia=1", "ANAEMIA")).isEqualTo(Truth.TRUE);
        assertThat(detailed("2024-06-01", "anaemia=2", "ANAEMIA")).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void creatinine_is_no_detailed_item_before_the_third_period() {
        assertThat(Cases.AS_SHIPPED.detailedItems(
                        Cases.person("M", 50, LocalDate.of(2017, 6, 1)), Cases.values(""), Optional.empty()))
                .extracting(DetailedItem::item)
                .containsExactly("ECG", "FUNDUS", "ANAEMIA");
    }

    @Test
    void until_2017_all_four_risks_of_last_year_were_needed() {
        var all = Cases.healthyWith("waist=85.0 sbp=130 fpg=100 tg=150");
        var three = Cases.healthyWith("waist=85.0 sbp=130 fpg=100");

        assertThat(before2018(all)).isEqualTo(Truth.TRUE);
        assertThat(before2018(three)).isEqualTo(Truth.FALSE);
    }

    @Test
    void last_years_glucose_stands_in_for_a_value_that_is_not_known_yet() {
        var now = Cases.person("M", 50, LocalDate.of(2024, 6, 1));
        var last =
                new Judging.LastYear(Cases.person("M", 49, LocalDate.of(2023, 6, 1)), Cases.values("fpg=126 draw=2"));

        assertThat(Cases.AS_SHIPPED.detailedItems(now, Cases.values("sbp=120 dbp=70"), Optional.of(last)))
                .filteredOn(item -> item.item().equals("FUNDUS"))
                .extracting(DetailedItem::allowed)
                .containsExactly(Truth.TRUE);
    }

    private static Truth before2018(String lastYear) {
        var now = Cases.person("M", 50, LocalDate.of(2017, 6, 1));
        var last = new Judging.LastYear(Cases.person("M", 49, LocalDate.of(2016, 6, 1)), Cases.values(lastYear));
        return Cases.AS_SHIPPED.detailedItems(now, Cases.values(""), Optional.of(last)).stream()
                .filter(item -> item.item().equals("FUNDUS"))
                .findFirst()
                .orElseThrow()
                .allowed();
    }

    private static Truth detailed(String examination, String given, String item) {
        var examinee = Cases.person("M", 50, LocalDate.parse(examination));
        return Cases.AS_SHIPPED.detailedItems(examinee, Cases.values(given), Optional.empty()).stream()
                .filter(candidate -> candidate.item().equals(item))
                .findFirst()
                .orElseThrow()
                .allowed();
    }
}
