package org.tsunagu.synthetic.checkups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tsunagu.codes.person.Sex;

class MarginalTest {
    private static final Shares SHARES = Shares.shipped();
    private static final Marginals MARGINALS = new Marginals(SHARES);

    @Test
    void every_way_of_rounding_gives_the_published_share_of_every_category() {
        var people = 20_000;
        for (var measure : Measure.values()) {
            for (var band : new Band[] {new Band(Sex.MALE, 0), new Band(Sex.FEMALE, 6)}) {
                for (var rounding = 0; measure.hasCurve() && rounding < measure.roundings(); rounding++) {
                    var categories = SHARES.categories(measure.key(), band.sex());
                    var counts = new int[categories.size()];
                    for (var i = 0; i < people; i++) {
                        var value = MARGINALS.of(measure, band).quantile((i + 0.5) / people, rounding);
                        for (var c = 0; c < counts.length; c++) {
                            counts[c] += categories.get(c).holds(value) ? 1 : 0;
                        }
                    }
                    for (var c = 0; c < counts.length; c++) {
                        assertThat((double) counts[c] / people)
                                .as(
                                        "%s %s rounding %d %s",
                                        measure,
                                        band,
                                        rounding,
                                        categories.get(c).name())
                                .isCloseTo(SHARES.of(measure.key(), band).get(c), within(0.0005));
                    }
                }
            }
        }
    }

    @Test
    void the_score_of_a_quantile_is_the_normal_value_it_came_from() {
        var marginal = MARGINALS.of(Measure.WAIST, new Band(Sex.MALE, 2));
        for (var z = -2.0; z <= 2; z += 0.25) {
            var value = marginal.quantile(org.tsunagu.synthetic.draw.Normal.cdf(z), 0);
            assertThat(marginal.score(value)).isCloseTo(z, within(0.03));
        }
    }

    @Test
    void larger_shares_never_give_smaller_values() {
        for (var measure : Measure.values()) {
            if (measure.hasCurve()) {
                var marginal = MARGINALS.of(measure, new Band(Sex.FEMALE, 3));
                var last = Double.NEGATIVE_INFINITY;
                for (var u = 0.001; u < 1; u += 0.001) {
                    var value = marginal.quantile(u, 0);
                    assertThat(value).isGreaterThanOrEqualTo(last);
                    last = value;
                }
            }
        }
    }
}
