package org.tsunagu.statistics.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.statistics.result.IntervalMethod;

class PoissonLimitsTest {

    @ParameterizedTest(name = "{0}: {2} events, {4} to {5} ({7})")
    @CsvFileSource(resources = "poisson-limits.cases.tsv", delimiter = '\t', numLinesToSkip = 1)
    void cases(String id, PoissonLimits limits, long count, double level, double low, double high) {
        var interval = limits.of(count, level);

        assertThat(interval.low()).isCloseTo(low, within(1e-7));
        assertThat(interval.high()).isCloseTo(high, within(1e-7));
        assertThat(interval.level()).isEqualTo(level);
    }

    @Test
    void the_exact_lower_limit_rises_with_the_count() {
        for (var count = 0; count < 200; count++) {
            assertThat(PoissonLimits.EXACT.of(count + 1, 0.95).low())
                    .isGreaterThan(PoissonLimits.EXACT.of(count, 0.95).low());
        }
    }

    @Test
    void byar_differs_from_exact_by_at_most_0_17_percent() {
        for (var count = 10; count <= 100; count++) {
            var byar = PoissonLimits.BYAR.of(count, 0.95);
            var exact = PoissonLimits.EXACT.of(count, 0.95);
            assertThat(byar.low() / exact.low()).isCloseTo(1, within(0.0017));
            assertThat(byar.high() / exact.high()).isCloseTo(1, within(0.0017));
        }
    }

    @Test
    void mid_p_lies_within_the_exact_limits() {
        for (var count = 1; count < 60; count++) {
            var exact = PoissonLimits.EXACT.of(count, 0.95);
            var middle = PoissonLimits.MID_P.of(count, 0.95);
            assertThat(middle.low()).isGreaterThan(exact.low());
            assertThat(middle.high()).isLessThan(exact.high());
        }
    }

    @Test
    void the_method_that_was_really_used_is_named() {
        assertThat(PoissonLimits.BYAR.of(9, 0.95).method()).isEqualTo(IntervalMethod.EXACT_POISSON);
        assertThat(PoissonLimits.BYAR.of(10, 0.95).method()).isEqualTo(IntervalMethod.BYAR);
    }

    @Test
    void quantiles_are_computed_and_not_typed() {
        assertThat(Quantiles.z(0.95)).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(Quantiles.z(0.99)).isCloseTo(2.5758293035489, within(1e-12));
        assertThat(Quantiles.z(0.998)).isCloseTo(3.090232306167814, within(1e-12));
        assertThatThrownBy(() -> Quantiles.z(95)).isInstanceOf(IllegalArgumentException.class);
    }
}
