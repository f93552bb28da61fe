package org.tsunagu.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.rates.Percent;

class PlanRulesTest {

    private static final PlanRules RULES = PlanRules.shipped();
    private static final FiscalYear YEAR = new FiscalYear(2024);

    @ParameterizedTest
    @CsvSource({
        "6370, 30%, 1911",
        "0, 30%, 0",
        "5, 10%, 1",
        "5, 9.99%, 0",
        "1, 50%, 1",
        "3, 50%, 2",
        "1000, 12.25%, 123",
        "1000, 12.2499999%, 122",
        "999999999999, 100%, 999999999999"
    })
    void people_are_rounded_once_and_half_up(long eligible, String rate, long planned) {
        assertThat(RULES.planned(eligible, percent(rate))).isEqualTo(planned);
    }

    @Test
    void guided_people_are_rounded_once_at_the_end() {
        assertThat(RULES.guided(15, percent("30%"), percent("10%"))).isZero();
        assertThat(RULES.guided(17, percent("30%"), percent("10%"))).isEqualTo(1);
    }

    @Test
    void cost_per_member_is_rounded_half_up_to_the_yen() {
        assertThat(RULES.perHead(6104047158L, 37236)).contains(new BigDecimal(163929));
        assertThat(RULES.perHead(3, 2)).contains(new BigDecimal(2));
        assertThat(RULES.perHead(3, 0)).isEmpty();
    }

    @Test
    void shares_have_one_decimal_and_none_without_a_whole() {
        assertThat(RULES.share(new BigDecimal(53), new BigDecimal(4486))).contains(new BigDecimal("1.2"));
        assertThat(RULES.attained(1, 8)).contains(new BigDecimal("12.5"));
        assertThat(RULES.attained(0, 0)).isEmpty();
    }

    @Test
    void growth_goes_on_from_what_is_not_rounded() {
        var series =
                RULES.forecast(new BigDecimal(104), new Growth.Step(new BigDecimal("0.5")), YEAR, new FiscalYear(2026));

        assertThat(series.values()).containsExactly(100L, 100L, 110L);
    }

    @Test
    void totals_are_sums_of_rounded_parts() {
        var one = Map.of(YEAR, 5L);
        var plan = new ImplementationPlan(
                RULES,
                List.of(new YearTarget(YEAR, percent("10%"), percent("10%"))),
                new Numbers(Map.of(Stratum.ofKind("a", "m"), one, Stratum.ofKind("a", "f"), one)));

        assertThat(plan.planned().sum(YEAR)).as("1 + 1, not 10 x 10 %").isEqualTo(2);
        assertThat(plan.rate(YEAR)).contains(new BigDecimal("20.0"));
    }

    @Test
    void a_year_without_rates_is_refused_and_a_cell_that_is_not_there_is_nobody() {
        var eligible = new Numbers(Map.of(Stratum.ofKind("a", "m"), Map.of(YEAR, 5L)));

        assertThatThrownBy(() -> new ImplementationPlan(RULES, List.of(), eligible))
                .hasMessageContaining("2024");
        assertThat(eligible.of(Stratum.ofKind("b", "m"), YEAR)).isZero();
        assertThat(eligible.sum(new FiscalYear(2025))).isZero();
    }

    @Test
    void more_targets_or_a_higher_rate_never_plan_fewer_people_and_never_more_than_there_are() {
        var random = new Random(7);
        for (var i = 0; i < 10_000; i++) {
            var eligible = random.nextLong(0, 100_000);
            var rate = new Percent(BigDecimal.valueOf(random.nextLong(0, 10_000), 4));
            var higher = new Percent(rate.fraction().add(BigDecimal.ONE).divide(BigDecimal.TWO));

            var planned = RULES.planned(eligible, rate);

            assertThat(planned).isBetween(0L, eligible);
            assertThat(RULES.planned(eligible + 1, rate)).isGreaterThanOrEqualTo(planned);
            assertThat(RULES.planned(eligible, higher)).isGreaterThanOrEqualTo(planned);
        }
    }

    @Test
    void the_total_is_less_than_half_a_person_a_stratum_from_the_product() {
        var random = new Random(11);
        for (var i = 0; i < 500; i++) {
            var cells = new HashMap<Stratum, Map<FiscalYear, Long>>();
            for (var group = 0; group < 20; group++) {
                cells.put(Stratum.ofKind("k" + group, ""), Map.of(YEAR, random.nextLong(0, 9_999)));
            }
            var rate = new Percent(BigDecimal.valueOf(random.nextLong(0, 1_000), 3));
            var plan = new ImplementationPlan(RULES, List.of(new YearTarget(YEAR, rate, rate)), new Numbers(cells));

            var product = rate.of(plan.eligible().sum(YEAR));
            assertThat(product.subtract(BigDecimal.valueOf(plan.planned().sum(YEAR)))
                            .abs())
                    .isLessThanOrEqualTo(BigDecimal.TEN);
        }
    }

    @Test
    void a_correction_of_the_rounding_changes_the_result() {
        var corrected = new PlanRules(List.of(correction("mode", "FLOOR")));

        assertThat(corrected.planned(1, percent("50%"))).isZero();
        assertThat(RULES.planned(1, percent("50%"))).isEqualTo(1);
    }

    private static Correction correction(String column, String value) {
        return new Correction("plan/formulas", "PF-1", column, value);
    }

    private static Percent percent(String text) {
        return Percent.parse(text).orElseThrow();
    }
}
