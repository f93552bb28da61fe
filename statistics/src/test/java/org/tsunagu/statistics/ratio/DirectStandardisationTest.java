package org.tsunagu.statistics.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tsunagu.statistics.ratio.DirectStandardisation.Limits;
import org.tsunagu.statistics.ratio.DirectStandardisation.Spread;
import org.tsunagu.statistics.result.Estimate;
import org.tsunagu.statistics.result.Warning;

class DirectStandardisationTest {

    static final DirectStandardisation USUAL = DirectStandardisation.usual();
    static final List<Stratum> THREE =
            List.of(new Stratum("M", 5, 1000, 0.5), new Stratum("M", 20, 1500, 0.3), new Stratum("M", 40, 800, 0.2));

    @Test
    void rates_are_weighted_by_the_standard() {
        var rate = USUAL.of(THREE);

        // 0.5 × 5/1000 + 0.3 × 20/1500 + 0.2 × 40/800 = 0.0025 + 0.004 + 0.01
        assertThat(rate.value().orElseThrow()).isCloseTo(0.0165, within(1e-12));
        assertThat(rate.standardError().orElseThrow()).isCloseTo(0.0021330729, within(1e-10));
        assertThat(rate.persons()).isEqualTo(3300);
        assertThat(rate.events()).isEqualTo(65);
    }

    @Test
    void dobson_carries_the_limits_of_the_count_over() {
        assertLimits(USUAL.of(THREE), 0.012574548443292883, 0.021222438170929385);
    }

    @Test
    void fay_and_feuer_use_gamma_quantiles() {
        var gamma = new DirectStandardisation(Limits.FAY_FEUER, Spread.POISSON, 0.95);

        assertLimits(gamma.of(THREE), 0.012586232433886884, 0.02155493963355252);
    }

    @Test
    void shares_may_use_the_binomial_variance() {
        var binomial = new DirectStandardisation(Limits.NORMAL, Spread.BINOMIAL, 0.95);

        assertThat(binomial.of(THREE).standardError().orElseThrow()).isCloseTo(0.002099543601198445, within(1e-12));
    }

    @Test
    void below_ten_events_only_crude_numbers_are_given() {
        var nine = USUAL.of(List.of(new Stratum("M", 9, 100, 1)));
        var ten = USUAL.of(List.of(new Stratum("M", 10, 100, 1)));

        assertThat(nine.value()).isEmpty();
        assertThat(nine.interval()).isEmpty();
        assertThat(nine.warnings()).containsExactly(Warning.FEW_EVENTS);
        assertThat(nine.crude()).isEqualTo(0.09);
        assertThat(ten.value()).isPresent();
    }

    @Test
    void a_band_without_persons_is_joined_and_that_is_said() {
        var gap = List.of(
                new Stratum("M", 0, 0, 0.1),
                new Stratum("M", 5, 1000, 0.4),
                new Stratum("M", 60, 1500, 0.3),
                new Stratum("M", 0, 0, 0.2));
        var joined = List.of(new Stratum("M", 5, 1000, 0.5), new Stratum("M", 60, 1500, 0.5));

        assertThat(USUAL.of(gap).value()).isEqualTo(USUAL.of(joined).value());
        assertThat(USUAL.of(gap).warnings()).containsExactly(Warning.STRATA_COLLAPSED);
        assertThat(USUAL.of(joined).warnings()).isEmpty();
    }

    @Test
    void bands_of_different_sexes_are_never_joined() {
        var noWomenOf40 =
                List.of(new Stratum("M", 50, 1000, 1), new Stratum("F", 0, 0, 1), new Stratum("F", 10, 1000, 1));
        var noWomen = List.of(new Stratum("M", 50, 1000, 1), new Stratum("F", 0, 0, 1));

        // 1/3 × 0.05 + 2/3 × 0.01
        assertThat(USUAL.of(noWomenOf40).value().orElseThrow()).isCloseTo(0.07 / 3, within(1e-12));
        assertThat(USUAL.of(noWomen).value()).isEmpty();
        assertThat(USUAL.of(noWomen).warnings()).containsExactly(Warning.EMPTY_GROUP);
    }

    @Test
    void multiplying_all_weights_changes_nothing() {
        var more = THREE.stream()
                .map(stratum -> new Stratum("M", stratum.events(), stratum.persons(), 7 * stratum.weight()))
                .toList();

        assertSame(USUAL.of(more), USUAL.of(THREE));
    }

    @Test
    void splitting_a_stratum_into_two_of_equal_rates_changes_nothing() {
        // The weight goes with the persons.
        var split =
                List.of(THREE.get(0), new Stratum("M", 5, 375, 0.075), new Stratum("M", 15, 1125, 0.225), THREE.get(2));

        assertSame(USUAL.of(split), USUAL.of(THREE));
    }

    @Test
    void with_the_age_structure_of_the_standard_it_is_the_crude_rate() {
        var own = List.of(new Stratum("M", 5, 1000, 1000), new Stratum("M", 60, 1500, 1500));

        assertThat(USUAL.of(own).value().orElseThrow()).isCloseTo(65.0 / 2500, within(1e-12));
    }

    @Test
    void checkups_are_adjusted_within_40_to_74_and_that_is_said() {
        var bands = AgeBand.ofCheckups();
        var men = IntStream.range(0, 7)
                .mapToObj(band -> new Stratum("M", 10 * band, 1000, 0))
                .toList();
        var rate = USUAL.of(List.of(men), StandardPopulation.of1985(), bands);
        var unsure = USUAL.of(List.of(men), StandardPopulation.of2015(), bands);

        // (8651×10 + 7616×20 + 6581×30 + 5546×40 + 4511×50 + 3476×60) / 1000 / 45781
        assertThat(rate.value().orElseThrow()).isCloseTo(1_092_210.0 / 1000 / 45_781, within(1e-12));
        assertThat(rate.warnings()).containsExactly(Warning.AGES_40_TO_74);
        assertThat(rate.tables()).containsExactly("ratio/model-populations:S60");
        assertThat(unsure.warnings()).contains(Warning.UNCONFIRMED_STANDARD);
    }

    @Test
    void two_adjusted_rates_are_compared_on_the_logarithmic_scale() {
        var twice = THREE.stream()
                .map(stratum -> new Stratum("M", 2 * stratum.events(), stratum.persons(), stratum.weight()))
                .toList();
        var ratio = RateRatio.of(USUAL.of(twice), USUAL.of(THREE));

        assertThat(ratio.value().orElseThrow()).isCloseTo(2, within(1e-12));
        // relative variance of the one is r² = 0.0021330729² / 0.0165², of the other half of it
        var error = Math.sqrt(1.5) * 0.0021330729007701544 / 0.0165;
        assertThat(Math.log(ratio.interval().orElseThrow().high() / 2))
                .isCloseTo(1.959963984540054 * error, within(1e-9));
        var few = USUAL.of(List.of(new Stratum("M", 9, 100, 1)));
        assertThat(RateRatio.of(few, USUAL.of(THREE)).warnings()).containsExactly(Warning.FEW_EVENTS);
    }

    private static void assertLimits(Estimate estimate, double low, double high) {
        var interval = estimate.interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(low, within(1e-9));
        assertThat(interval.high()).isCloseTo(high, within(1e-9));
    }

    private static void assertSame(Estimate one, Estimate other) {
        assertThat(one.value().orElseThrow()).isCloseTo(other.value().orElseThrow(), within(1e-12));
        var interval = other.interval().orElseThrow();
        assertLimits(one, interval.low(), interval.high());
    }
}
