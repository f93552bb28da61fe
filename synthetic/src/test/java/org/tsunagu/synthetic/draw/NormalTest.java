package org.tsunagu.synthetic.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalTest {
    @Test
    void known_quantiles_are_met_to_twelve_digits() {
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(Normal.quantile(0.5)).isZero();
        assertThat(Normal.quantile(0.001)).isCloseTo(-3.090232306167813, within(1e-12));
    }

    @Test
    void probability_and_quantile_undo_each_other() {
        for (var p = 0.0005; p < 1; p += 0.0131) {
            assertThat(Normal.cdf(Normal.quantile(p))).isCloseTo(p, within(1e-12));
        }
    }

    @Test
    void drawn_numbers_do_not_depend_on_what_was_drawn_before() {
        var first = Draw.of(1, "a", 7).uniform();
        Draw.of(1, "b", 7).uniform();
        assertThat(Draw.of(1, "a", 7).uniform()).isEqualTo(first);
        assertThat(Draw.of(2, "a", 7).uniform()).isNotEqualTo(first);
        assertThat(Draw.of(1, "a", 8).uniform()).isNotEqualTo(first);
    }

    @Test
    void neighbouring_ids_give_unrelated_normal_numbers() {
        var sum = 0.0;
        var squares = 0.0;
        var products = 0.0;
        var n = 20_000;
        for (var id = 0; id < n; id++) {
            var x = Draw.of(1, "n", id).normal();
            sum += x;
            squares += x * x;
            products += x * Draw.of(1, "n", id + 1).normal();
        }
        assertThat(sum / n).isCloseTo(0, within(0.03));
        assertThat(squares / n).isCloseTo(1, within(0.05));
        assertThat(products / n).isCloseTo(0, within(0.03));
    }
}
