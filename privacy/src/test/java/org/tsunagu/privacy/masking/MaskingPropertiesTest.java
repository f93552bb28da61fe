package org.tsunagu.privacy.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for every table: invented ones, the same in every run.
class MaskingPropertiesTest {

    static final int TABLES = 60;
    static final List<MaskingPolicy> SAFE =
            List.of(MaskingTest.STRICT, MaskingTest.MUNICIPALITY, MaskingTest.POLICIES.policy("KOREA_NHIS"));

    @Test
    void masking_a_masked_table_changes_nothing() {
        for (var policy : List.of(MaskingTest.STRICT, MaskingTest.NDB, MaskingTest.POLICIES.policy("KOREA_NHIS"))) {
            for (var counts : tables()) {
                var once = Masking.mask(counts, policy).counts();
                var twice = Masking.mask(once, policy).counts();
                assertThat(twice.values()).as("%s", policy.id()).containsExactly(once.values());
            }
        }
    }

    @Test
    void no_table_fails_its_own_audit() {
        for (var policy : SAFE) {
            for (var counts : tables()) {
                var masked = Masking.mask(counts, policy);
                assertThat(masked.isSafe()).isTrue();
                assertThat(Masking.unsafe(masked.counts(), policy))
                        .as(policy.id())
                        .isEmpty();
                assertThat(masked.report().smallestRange().orElse(Long.MAX_VALUE))
                        .isGreaterThanOrEqualTo(policy.minimum());
            }
        }
    }

    @Test
    void what_is_shown_is_true_and_never_small() {
        for (var counts : tables()) {
            var masked = Masking.mask(counts, MaskingTest.STRICT);
            for (var row : counts.rows().positions()) {
                for (var column : counts.columns().positions()) {
                    masked.part(row, column).ifPresent(part -> {
                        assertThat(part).isEqualTo(counts.part(row, column).orElseThrow());
                        assertThat(part).isGreaterThanOrEqualTo(10);
                    });
                }
            }
        }
    }

    @Test
    void an_attacker_with_pencil_and_paper_finds_nothing() {
        for (var counts : tables()) {
            var masked = Masking.mask(counts, MaskingTest.STRICT).counts();
            new Attacker(masked, false).assertNothingIsFound();
            if (masked.hasWhole()) {
                new Attacker(masked, true).assertNothingIsFound();
            }
        }
    }

    @Test
    void the_truth_lies_in_every_range() {
        for (var counts : tables().subList(0, TABLES / 4)) {
            var masked = Masking.mask(counts, MaskingTest.STRICT);
            for (var range : Masking.ranges(masked.counts(), MaskingTest.STRICT)) {
                var truth = range.of() == Range.Of.PART
                        ? counts.part(range.row(), range.column())
                        : counts.whole(range.row(), range.column());
                assertThat(truth.orElseThrow()).isBetween(range.least(), range.most());
            }
        }
    }

    /// Employers by sex and age, and fifty areas by twenty classes: see RESULTS.md.
    @Test
    void a_table_of_50_by_20_is_masked_while_a_person_waits() {
        for (var seed = 7; seed < 12; seed++) {
            var masked = Masking.mask(invented(new Random(seed), 50, 20, seed % 2 == 1), MaskingTest.STRICT);

            assertThat(masked.isSafe()).isTrue();
            assertThat(masked.report().smallestRange().orElse(Long.MAX_VALUE)).isGreaterThanOrEqualTo(10);
            // An alarm, not the figure: machines that build are busy.
            assertThat(masked.report().time()).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void a_table_of_14_by_12_is_masked_while_a_person_waits() {
        var counts = invented(new Random(7), 14, 12, true);
        Masking.mask(invented(new Random(8), 14, 12, true), MaskingTest.STRICT);
        var masked = Masking.mask(counts, MaskingTest.STRICT);

        assertThat(masked.report().primary()).isPositive();
        assertThat(masked.report().time()).isLessThan(Duration.ofSeconds(5));
    }

    private static List<Counts> tables() {
        var random = new Random(20260401);
        var tables = new ArrayList<Counts>();
        for (var i = 0; i < TABLES; i++) {
            tables.add(invented(random, 2 + random.nextInt(6), 2 + random.nextInt(6), i % 2 == 0));
        }
        return tables;
    }

    private static Counts invented(Random random, int height, int width, boolean hasWhole) {
        var part = new long[height][width];
        var whole = new long[height][width];
        for (var row = 0; row < height; row++) {
            for (var column = 0; column < width; column++) {
                whole[row][column] = (long) Math.exp(random.nextDouble() * 6.5);
                part[row][column] = random.nextInt(5) == 0 ? 0 : random.nextLong(whole[row][column] + 1);
            }
        }
        var counts = Counts.of(rows(random, height), MaskingTest.columns(width), part);
        return hasWhole ? counts.outOf(whole) : counts;
    }

    private static Dimension rows(Random random, int height) {
        var plain = MaskingTest.rows(height);
        var cut = 1 + random.nextInt(height - 1);
        return random.nextBoolean()
                ? plain
                : Dimension.grouped(
                        "row",
                        plain.labels(),
                        Map.of(
                                "A",
                                plain.labels().subList(0, cut),
                                "B",
                                plain.labels().subList(cut, height)));
    }

    /// Somebody who writes down what each masked cell may be and goes through all sums again and again.
    private static final class Attacker {

        private final Counts counts;
        private final boolean ofWholes;
        private final Map<String, double[]> ranges = new HashMap<>();

        Attacker(Counts counts, boolean ofWholes) {
            this.counts = counts;
            this.ofWholes = ofWholes;
            for (var row : counts.rows().positions()) {
                for (var column : counts.columns().positions()) {
                    var shown = shown(row, column);
                    ranges.put(
                            row + "/" + column,
                            shown.isPresent()
                                    ? new double[] {shown.getAsLong(), shown.getAsLong()}
                                    : new double[] {0, mostOf(row, column)});
                }
            }
            for (var round = 0; round < 30; round++) {
                counts.rows()
                        .positions()
                        .forEach(row -> counts.columns()
                                .sums()
                                .forEach(sum -> narrow(
                                        sum,
                                        place -> row + "/"
                                                + counts.columns().positions().get(place))));
                counts.columns()
                        .positions()
                        .forEach(column -> counts.rows()
                                .sums()
                                .forEach(sum -> narrow(
                                        sum, place -> counts.rows().positions().get(place) + "/" + column)));
            }
        }

        private OptionalLong shown(String row, String column) {
            return ofWholes ? counts.whole(row, column) : counts.part(row, column);
        }

        private double mostOf(String row, String column) {
            var whole = ofWholes ? OptionalLong.empty() : counts.whole(row, column);
            return whole.isPresent() ? whole.getAsLong() : Double.MAX_VALUE;
        }

        private void narrow(Dimension.Sum sum, java.util.function.IntFunction<String> name) {
            var total = range(name.apply(sum.total()));
            var parts = sum.parts().stream().map(name::apply).map(this::range).toList();
            for (var part : parts) {
                var othersLow = parts.stream()
                        .filter(other -> other != part)
                        .mapToDouble(other -> other[0])
                        .sum();
                var othersHigh = parts.stream()
                        .filter(other -> other != part)
                        .mapToDouble(other -> other[1])
                        .sum();
                part[0] = Math.max(part[0], total[0] - othersHigh);
                part[1] = Math.min(part[1], total[1] - othersLow);
            }
            total[0] = Math.max(
                    total[0], parts.stream().mapToDouble(part -> part[0]).sum());
            total[1] = Math.min(
                    total[1], parts.stream().mapToDouble(part -> part[1]).sum());
        }

        private double[] range(String name) {
            return ranges.getOrDefault(name, new double[2]);
        }

        void assertNothingIsFound() {
            for (var row : counts.rows().positions()) {
                for (var column : counts.columns().positions()) {
                    var range = range(row + "/" + column);
                    if (shown(row, column).isEmpty()) {
                        assertThat(range[1] - range[0]).as("%s %s", row, column).isGreaterThanOrEqualTo(10);
                    }
                }
            }
        }
    }
}
