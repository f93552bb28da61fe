package org.tsunagu.claimsformat.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargestRemainderTest {

    static long[] numbers(String text) {
        return Stream.of(text.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    @ParameterizedTest(name = "{0} by {1} = {2}: {3}")
    @CsvSource({
        "100, 1 1 1, 34 33 33, rounding each would give 99; the earlier part first",
        "-100, 1 1 1, -34 -33 -33, a negative total has the other sign",
        "0, 3 4, 0 0, nothing",
        "7, 0 0, 4 3, all weights zero count as equal",
        "7, 0 1 0, 0 7 0, a weight of zero gets nothing",
        "2, 1 1 1 0, 1 1 0 0, more parts than points",
        "10, 1 2, 3 7, 3.33 and 6.67: the larger remainder",
        "5, 1 1, 3 2, equal remainders: the earlier part",
        "1000, 672068, 1000, one part",
        "600, 672068 211132, 457 143, PDM 13.5",
        "900, 672068 211132 482219, 443 139 318, PDM 13.5",
        "9223372036854775807, 1 1, 4611686018427387904 4611686018427387903, the largest total",
        "-9223372036854775808, 1 3, -2305843009213693952 -6917529027641081856, the smallest total",
        "10, 9223372036854775807 9223372036854775807, 5 5, the largest weights",
    })
    void cases(long total, String weights, String parts, String note) {
        assertThat(LargestRemainder.split(total, numbers(weights))).containsExactly(numbers(parts));
    }

    @Test
    void the_parts_always_add_up_and_no_part_is_off_by_one_or_more() {
        var random = new Random(1);
        for (var run = 0; run < 20_000; run++) {
            var weights = LongStream.range(0, 1 + random.nextInt(12))
                    .map(i -> random.nextInt(4) == 0 ? 0 : random.nextLong(1L << (1 + random.nextInt(50))))
                    .toArray();
            var total = random.nextLong(1L << (1 + random.nextInt(60))) * (random.nextBoolean() ? 1 : -1);

            var parts = LargestRemainder.split(total, weights);

            assertThat(Arrays.stream(parts).sum())
                    .as("%d by %s", total, Arrays.toString(weights))
                    .isEqualTo(total);
            fair(total, weights, parts);
        }
    }

    private static void fair(long total, long[] weights, long[] parts) {
        var sum = Arrays.stream(weights)
                .mapToObj(java.math.BigInteger::valueOf)
                .reduce(java.math.BigInteger.ZERO, java.math.BigInteger::add);
        for (var i = 0; i < parts.length && sum.signum() > 0; i++) {
            assertThat(weights[i] == 0 && parts[i] != 0).as("zero weight").isFalse();
            var exact = java.math.BigInteger.valueOf(total).multiply(java.math.BigInteger.valueOf(weights[i]));
            var off = exact.subtract(java.math.BigInteger.valueOf(parts[i]).multiply(sum))
                    .abs();
            assertThat(off).as("less than one off").isLessThan(sum);
        }
    }

    @Test
    void the_quick_way_and_the_exact_way_agree() {
        var random = new Random(2);
        for (var run = 0; run < 5_000; run++) {
            var weights = random.longs(1 + random.nextInt(8), 0, 1000).toArray();
            var total = random.nextInt(100_000);
            var large = Arrays.stream(weights).map(weight -> weight << 40).toArray();

            assertThat(LargestRemainder.split(total, large)).containsExactly(LargestRemainder.split(total, weights));
        }
    }

    @Test
    void no_weight_and_a_negative_one_are_slips_of_the_programmer() {
        assertThatThrownBy(() -> LargestRemainder.split(1, new long[0])).hasMessageContaining("nothing to split");
        assertThatThrownBy(() -> LargestRemainder.split(1, new long[] {1, -1})).hasMessageContaining("-1");
    }
}
