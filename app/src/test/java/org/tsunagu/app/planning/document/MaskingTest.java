package org.tsunagu.app.planning.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.rules.plan.Growth;
import org.tsunagu.rules.rates.Tally;

/// What the public may not see, and the small arithmetic of the document.
class MaskingTest {

    private static final long MINIMUM = 10;

    @Test
    void a_single_small_row_takes_the_next_smallest_with_it() {
        var rows = List.of(new long[] {4, 30}, new long[] {20, 25}, new long[] {500, 400});

        assertThat(Masking.strict().rows(rows, List.of())).containsExactly(0, 1);
        assertThat(Masking.none().rows(rows, List.of())).isEmpty();
    }

    @Test
    void no_hidden_cell_can_be_told_closer_than_the_minimum() {
        var random = new Random(1);
        for (var sample = 0; sample < 2000; sample++) {
            var rows = new ArrayList<long[]>();
            for (var i = 0; i < 2 + random.nextInt(12); i++) {
                rows.add(new long[] {random.nextInt(40), random.nextInt(40)});
            }
            var hidden = Masking.strict().rows(rows, List.of());
            for (var i = 0; i < rows.size(); i++) {
                if (!hidden.contains(i)) {
                    assertThat(rows.get(i)[0]).as("sample %d", sample).isGreaterThanOrEqualTo(MINIMUM);
                    assertThat(rows.get(i)[1]).as("sample %d", sample).isGreaterThanOrEqualTo(MINIMUM);
                }
            }
            if (!hidden.isEmpty() && hidden.size() < rows.size()) {
                assertThat(hidden).hasSizeGreaterThan(1);
                for (var column = 0; column < 2; column++) {
                    var at = column;
                    assertThat(hidden.stream()
                                    .mapToLong(row -> rows.get(row)[at])
                                    .sum())
                            .as("sample %d", sample)
                            .isGreaterThanOrEqualTo(MINIMUM);
                }
            }
            assertThat(Masking.strict().rows(rows, List.copyOf(hidden))).isEqualTo(hidden);
        }
    }

    @ParameterizedTest
    @CsvSource({"9, 100, true", "10, 100, false", "0, 100, true", "29, 29, true", "30, 30, false", "100, 100, false"})
    void a_rate_is_hidden_with_its_people(long numerator, long denominator, boolean isHidden) {
        assertThat(Masking.strict().hides(Tally.of(numerator, denominator))).isEqualTo(isHidden);
        assertThat(Masking.none().hides(Tally.of(numerator, denominator))).isFalse();
    }

    @Test
    void parts_make_up_the_whole_whatever_the_weights() {
        var random = new Random(1);
        for (var sample = 0; sample < 500; sample++) {
            var weights = new LinkedHashMap<Integer, Long>();
            for (var i = 0; i < 8; i++) {
                weights.put(i, (long) random.nextInt(50));
            }
            var whole = random.nextInt(1000);
            var parts = Allotment.of(whole, weights);
            var sum = parts.values().stream().mapToLong(Long::longValue).sum();
            assertThat(sum).isEqualTo(weights.values().stream().allMatch(weight -> weight == 0) ? 0 : whole);
            parts.forEach((key, part) -> {
                if (weights.get(key) == 0) {
                    assertThat(part).isZero();
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "+10, +10",
        "-20, -20",
        "０, +0",
        "＋１０, +10",
        "x1.0235, ×1.0235",
        "×０.９８１, ×0.981",
        "X1.5, ×1.5",
        "10, +10"
    })
    void growth_is_read_as_people_write_it(String typed, String written) {
        assertThat(Growths.text(Growths.read(typed).orElseThrow())).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"many", "x0", "x-1", "x3", "1e9", "+", "''", "9999999"})
    void growth_that_makes_no_sense_is_not_taken(String typed) {
        assertThat(Growths.read(typed)).isEmpty();
    }

    @Test
    void the_mean_change_of_the_years_counted_is_the_growth_they_show() {
        assertThat(Growths.shown(List.of(100L, 90L, 130L, 112L)))
                .isEqualTo(new Growth.Step(new java.math.BigDecimal("4")));
        assertThat(Growths.shown(List.of(100L))).isEqualTo(new Growth.Step(java.math.BigDecimal.ZERO));
    }
}
