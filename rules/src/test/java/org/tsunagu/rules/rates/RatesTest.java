package org.tsunagu.rules.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Cases;
import org.tsunagu.rules.ReasonTexts;
import org.tsunagu.rules.guidance.CourseKind;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.rates.Rates.Option;
import org.tsunagu.rules.stratification.Level;

class RatesTest {

    private static final Rates RATES = new Rates(List.of(), Set.of());
    private static final FiscalYear YEAR = new FiscalYear(2024);

    @ParameterizedTest(name = "{0}: {3}")
    @CsvFileSource(resources = "people.cases.tsv", delimiter = '\t', numLinesToSkip = 1)
    void cases(
            String id, String indicator, int year, String facts, boolean denominator, boolean numerator, String note) {
        var counted = RATES.count(indicator, person(year, facts));

        assertThat(counted.inDenominator()).isEqualTo(denominator);
        assertThat(counted.inNumerator()).isEqualTo(numerator);
    }

    private static PersonYear person(int year, String facts) {
        var words = new TreeMap<String, String>();
        Stream.of(facts.split(" ")).forEach(word -> words.put(word.split("=")[0], word.replaceAll("^[^=]*=?", "")));
        return new PersonYear(
                new FiscalYear(year),
                words.containsKey("denominator"),
                words.containsKey("complete"),
                Optional.ofNullable(words.get("metabolic")).map(MetabolicCode::of),
                Optional.ofNullable(words.get("level")).map(Level::of),
                Optional.ofNullable(words.get("hba1c")).map(BigDecimal::new),
                Optional.ofNullable(words.get("takes")).map(Boolean::valueOf),
                new GuidanceYear(
                        words.containsKey("started"),
                        Optional.ofNullable(words.get("finished")).map(CourseKind::valueOf),
                        words.containsKey("drug"),
                        words.containsKey("finished_before")));
    }

    @Test
    void an_insurer_may_take_out_who_started_a_drug_from_the_fourth_period() {
        var chosen = new Rates(List.of(), Set.of(Option.DROPS_DRUG_STARTERS));
        var facts = "denominator complete level=1 finished=ACTIVE drug";

        assertThat(chosen.count("GUIDANCE_RATE", person(2024, facts)).inDenominator())
                .isFalse();
        assertThat(chosen.count("GUIDANCE_RATE", person(2023, facts)).inDenominator())
                .isTrue();
        assertThat(chosen.count("GUIDANCE_RATE", person(2024, facts.replace(" drug", "")))
                        .inNumerator())
                .isTrue();
    }

    @Test
    void an_insurer_may_divide_by_all_who_finished_last_year() {
        var chosen = new Rates(List.of(), Set.of(Option.ALL_FINISHERS));

        var counted = chosen.count("GUIDANCE_EFFECT", person(2024, "finished_before"));

        assertThat(counted.inDenominator()).isTrue();
        assertThat(counted.inNumerator()).isFalse();
    }

    @Test
    void the_reasons_are_official_rows_with_sentences() {
        var counted = RATES.count("GUIDANCE_RATE", person(2024, "denominator complete level=1 finished=ACTIVE"));

        assertThat(Cases.rows(counted.reasons()))
                .containsExactly("GUIDANCE_RATE-D1", "GUIDANCE_RATE-D2", "GUIDANCE_RATE-N1");
        assertThat(counted.reasons().stream().map(ReasonTexts.in(Locale.JAPAN)::text))
                .containsExactly("実績報告の分母に入る", "保健指導レベル 1 が数える区分に当たる", "保健指導を終了した");
        assertThat(counted.reasons().stream().map(ReasonTexts.in(Locale.UK)::text))
                .containsExactly(
                        "counts in the denominator of the report",
                        "guidance level 1 is counted",
                        "has finished guidance");
    }

    @Test
    void a_rate_is_rounded_half_up_and_there_is_none_without_people() {
        var tally = new Tally();
        assertThat(RATES.rate("CHECKUP_RATE", tally).percent()).isEmpty();
        for (var i = 0; i < 8; i++) {
            tally.add(RATES.count("CHECKUP_RATE", person(2024, i == 0 ? "denominator complete" : "denominator")));
        }
        tally.add(RATES.count("CHECKUP_RATE", PersonYear.notExamined(YEAR, false)));

        assertThat(RATES.rate("CHECKUP_RATE", tally)).isEqualTo(new Rate(1, 8, Optional.of(new BigDecimal("12.5"))));
        assertThat(RATES.rate("NHI_A1C8", tally).percent()).contains(new BigDecimal("12.50"));
    }

    @Test
    void the_indicators_of_single_people_depend_on_the_year() {
        assertThat(RATES.indicators(new FiscalYear(2023)))
                .extracting(row -> row.key())
                .containsExactly(
                        "CHECKUP_RATE",
                        "GUIDANCE_RATE",
                        "METABO_REDUCTION",
                        "TARGET_REDUCTION",
                        "GUIDANCE_EFFECT",
                        "USE_RATE",
                        "TARGET_RATE",
                        "METABO_RATE",
                        "PRE_METABO_RATE",
                        "DRUG_RATE");
        assertThat(RATES.indicators(YEAR))
                .extracting(row -> row.key())
                .contains("NHI_CHECKUP", "EMP_METABO")
                .doesNotContain("COST_PER_HEAD", "KOUIKI_DENTAL");
    }

    @Test
    void an_unknown_indicator_is_refused() {
        assertThatThrownBy(() -> RATES.count("HAPPINESS", PersonYear.notExamined(YEAR, true)))
                .hasMessageContaining("HAPPINESS");
    }

    @Test
    void the_reduction_is_measured_on_a_fixed_population() {
        var men = tally(3, 10);
        var women = tally(1, 10);
        var population = Map.of("men", 200L, "women", 100L);

        var estimate = Reduction.estimate(Map.of("men", men, "women", women), population)
                .orElseThrow();

        assertThat(estimate).isEqualByComparingTo("70");
        var rounding = Rounding.of(RATES.tables().getFirst().rows().stream()
                .filter(row -> row.key().equals("METABO_REDUCTION"))
                .findFirst()
                .orElseThrow());
        assertThat(Reduction.percent(estimate, new BigDecimal(80), rounding)).contains(new BigDecimal("12.5"));
        assertThat(Reduction.percent(estimate, new BigDecimal(60), rounding)).contains(new BigDecimal("-16.7"));
        assertThat(Reduction.percent(estimate, BigDecimal.ZERO, rounding)).isEmpty();
        assertThat(Reduction.estimate(Map.of("men", men), population)).isEmpty();
        assertThat(Reduction.estimate(Map.of("men", men, "women", tally(0, 0)), population))
                .isEmpty();
    }

    private static Tally tally(int numerator, int denominator) {
        var tally = new Tally();
        for (var i = 0; i < denominator; i++) {
            tally.add(new Counted(true, i < numerator, List.of()));
        }
        return tally;
    }
}
