package org.tsunagu.statistics.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tsunagu.statistics.ratio.Shares;

class FunnelTest {

    @Test
    void the_limits_of_shares_are_wilson_turned_round() {
        for (var part = 0; part <= 150; part++) {
            var wilson = Shares.wilson(part, 150, 0.95);
            var limits = Funnel.share(0.3, 150, 1);
            var share = part / 150.0;
            assertThat(share < limits.innerLow() || share > limits.innerHigh())
                    .as("%d of 150", part)
                    .isEqualTo(!wilson.contains(0.3));
            assertThat(Funnel.standing(part, 150, 0.3, 1) != Standing.NOT_SIGNIFICANT)
                    .isEqualTo(!wilson.contains(0.3));
        }
    }

    @Test
    void limits_of_shares_stay_between_0_and_1() {
        assertThat(Funnel.share(0.02, 30, 1).outerLow()).isZero();
        assertThat(Funnel.share(0.98, 30, 1).outerHigh()).isEqualTo(1);
    }

    @Test
    void the_curve_of_ratios_has_one_point_a_count() {
        var curve = Funnel.ratios(10);
        var ten = curve.get(9);

        assertThat(curve).hasSize(10);
        assertThat(ten.innerHigh()).isCloseTo(4.7953886961, within(1e-6));
        assertThat(ten.outerHigh()).isCloseTo(2.9605203727, within(1e-6));
        assertThat(ten.innerLow()).isCloseTo(18.3903560420, within(1e-6));
        assertThat(ten.outerLow()).isCloseTo(24.1339711454, within(1e-6));
        assertThat(ten.ratio(ten.innerHigh())).isCloseTo(1000 / 4.7953886961, within(1e-4));
        assertThat(ten.population(ten.innerHigh(), 0.01))
                .hasValueSatisfying(population -> assertThat(population).isCloseTo(479.53886961, within(1e-4)));
    }

    @Test
    void a_place_on_the_curve_is_just_at_the_limit() {
        var ten = Funnel.ratios(10).get(9);

        assertThat(Funnel.standing(place(10, ten.innerHigh() * 0.999))).isEqualTo(Standing.HIGH);
        assertThat(Funnel.standing(place(10, ten.innerHigh() * 1.001))).isEqualTo(Standing.NOT_SIGNIFICANT);
        assertThat(Funnel.standing(place(10, ten.outerHigh() * 0.999))).isEqualTo(Standing.FAR_HIGH);
        assertThat(Funnel.standing(place(10, ten.innerLow() * 1.001))).isEqualTo(Standing.LOW);
        assertThat(Funnel.standing(place(10, ten.innerLow() * 0.999))).isEqualTo(Standing.NOT_SIGNIFICANT);
        assertThat(Funnel.standing(place(10, ten.outerLow() * 1.001))).isEqualTo(Standing.FAR_LOW);
        assertThat(Funnel.standing(place(0, 2))).isEqualTo(Standing.NOT_SIGNIFICANT);
    }

    @Test
    void dispersion_is_the_mean_square_of_the_scores() {
        var places = EmpiricalBayesTest.places();

        assertThat(Dispersion.of(places).factor()).isCloseTo(1.9112121645516953, within(1e-12));
        assertThat(Dispersion.of(places).widening()).isCloseTo(Math.sqrt(1.9112121645516953), within(1e-12));
        assertThat(Dispersion.betweenPlaces(places)).isCloseTo(0.048446145343883446, within(1e-12));
    }

    @Test
    void the_outermost_tenth_of_each_side_is_pulled_in() {
        // z = 0 for eight places, 6 for one and -6 for another
        var places = IntStream.range(0, 10)
                .mapToObj(i -> place(i == 0 ? 160 : i == 1 ? 40 : 100, 100))
                .toList();

        assertThat(Dispersion.of(places).factor()).isZero();
        assertThat(Dispersion.of(places).widening()).isEqualTo(1);
        assertThat(Dispersion.of(places.subList(0, 9)).factor()).isCloseTo(72.0 / 9, within(1e-9));
        assertThat(Dispersion.betweenPlaces(places)).isZero();
    }

    @Test
    void shares_have_a_dispersion_of_their_own() {
        var shares = List.of(new Marshall.Share(30, 100), new Marshall.Share(50, 100));

        // overall 0.4, error √(0.24/100), z = ±2.041: φ = 0.01/0.0024
        assertThat(Dispersion.ofShares(shares).factor()).isCloseTo(0.01 / 0.0024, within(1e-9));
    }

    @Test
    void widened_limits_are_wider() {
        var plain = Funnel.ratio(100, 0);
        var wide = Funnel.ratio(100, 0.05);

        assertThat(plain.innerHigh()).isCloseTo(100 * Math.exp(0.1959963984540054), within(1e-9));
        assertThat(wide.innerHigh()).isCloseTo(100 * Math.exp(1.959963984540054 * Math.sqrt(0.06)), within(1e-9));
        assertThat(wide.outerLow()).isLessThan(plain.outerLow());
        assertThat(Funnel.share(0.3, 100, 2).innerHigh() - 0.3)
                .isCloseTo(2 * (Funnel.share(0.3, 100, 1).innerHigh() - 0.3), within(1e-12));
    }

    private static Place place(long observed, double expected) {
        return new Place("a", observed, expected, List.of());
    }
}
