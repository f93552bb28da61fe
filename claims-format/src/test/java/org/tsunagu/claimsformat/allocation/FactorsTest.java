package org.tsunagu.claimsformat.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorsTest {

    @Test
    void the_split_adds_up_to_the_difference_exactly() {
        var random = new Random(5);
        for (var run = 0; run < 2_000; run++) {
            var here = any(random);
            var there = any(random);

            assertThat(here.from(there).sum()).isEqualTo(here.costPerHead().minus(there.costPerHead()));
        }
    }

    private static Factors any(Random random) {
        return new Factors(
                1 + random.nextInt(100_000),
                1 + random.nextInt(500_000),
                1 + random.nextInt(900_000),
                random.nextLong(10_000_000_000L));
    }

    @Test
    void a_factor_that_does_not_differ_makes_nothing_of_the_difference() {
        var split = new Factors(100, 400, 800, 8_000_000).from(new Factors(100, 200, 400, 4_000_000));

        assertThat(split.rate()).isEqualTo(Fraction.of(40_000, 1));
        assertThat(split.days()).isEqualTo(Fraction.of(0, 1));
        assertThat(split.price()).isEqualTo(Fraction.of(0, 1));
    }

    @Test
    void all_factors_take_part_alike() {
        var split = new Factors(1, 2, 4, 8).from(new Factors(1, 1, 1, 1));

        assertThat(split.rate()).isEqualTo(split.days()).isEqualTo(split.price());
        assertThat(split.sum()).isEqualTo(Fraction.of(7, 1));
    }

    @Test
    void the_direction_only_changes_the_sign() {
        var here = new Factors(7, 31, 90, 12_345);
        var there = new Factors(11, 29, 101, 54_321);

        assertThat(here.from(there).rate().plus(there.from(here).rate())).isEqualTo(Fraction.of(0, 1));
    }

    @Test
    void a_group_without_people_has_no_cost_per_head() {
        assertThatThrownBy(() -> new Factors(0, 1, 1, 1).costPerHead()).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest(name = "{0}: {1} yen for {2} people is {3} each")
    @CsvSource({
        "平成26年度, 6444260450, 36974, 174292",
        "平成27年度, 6927943044, 37255, 185960",
        "平成28年度, 7060545046, 37361, 188982",
    })
    void published_costs_per_head_are_half_up_to_whole_yen(String year, long cost, long people, long perHead) {
        assertThat(new Factors(people, 1, 1, cost).costPerHead().rounded(0))
                .isEqualByComparingTo(String.valueOf(perHead));
    }
}
