package org.tsunagu.claimsformat.allocation;

import java.math.BigInteger;
import java.util.Arrays;

/// Splits a whole number by weights without losing or inventing anything (最大剰余法): the parts always
/// add up to it. Used wherever money, points or counts are split.
public final class LargestRemainder {

    private LargestRemainder() {}

    /// The parts of a total, one for each weight. A weight of zero gets nothing while another is
    /// positive; if all are zero they count as equal. What is left over by rounding down goes to the
    /// largest remainders, the earlier part
    /// first among equals. A negative total gives the same parts with the other sign.
    ///
    /// @param total points, yen, or days in tenths
    /// @param weights zero or more, at least one of them
    /// @throws IllegalArgumentException if there is no weight or a negative one
    public static long[] split(long total, long[] weights) {
        check(weights);
        var fair = Arrays.stream(weights).anyMatch(weight -> weight > 0) ? weights : ones(weights.length);
        var parts = isSmall(total, fair) ? small(Math.abs(total), fair) : large(total, fair);
        if (total < 0) {
            for (var i = 0; i < parts.length; i++) {
                parts[i] = -parts[i];
            }
        }
        return parts;
    }

    private static void check(long[] weights) {
        if (weights.length == 0) {
            throw new IllegalArgumentException("nothing to split between");
        }
        for (var weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("weight " + weight + "; weights are zero or more");
            }
        }
    }

    private static long[] ones(int count) {
        var ones = new long[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// Whether all products fit into a long.
    private static boolean isSmall(long total, long[] weights) {
        return total > -Integer.MAX_VALUE
                && total < Integer.MAX_VALUE
                && Arrays.stream(weights).allMatch(weight -> weight < Integer.MAX_VALUE);
    }

    private static long[] small(long total, long[] weights) {
        var sum = Arrays.stream(weights).sum();
        var parts = new long[weights.length];
        var remainders = new Long[weights.length];
        var left = total;
        for (var i = 0; i < weights.length; i++) {
            var product = total * weights[i];
            parts[i] = product / sum;
            remainders[i] = product % sum;
            left -= parts[i];
        }
        giveLeft(parts, remainders, left);
        return parts;
    }

    private static long[] large(long total, long[] weights) {
        var whole = BigInteger.valueOf(total).abs();
        var sum = Arrays.stream(weights).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        var parts = new long[weights.length];
        var remainders = new BigInteger[weights.length];
        var left = whole;
        for (var i = 0; i < weights.length; i++) {
            var divided = whole.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(sum);
            parts[i] = divided[0].longValueExact();
            remainders[i] = divided[1];
            left = left.subtract(divided[0]);
        }
        giveLeft(parts, remainders, left.longValueExact());
        return parts;
    }

    private static <T extends Comparable<T>> void giveLeft(long[] parts, T[] remainders, long left) {
        if (left == 0) {
            return;
        }
        var order = new Integer[parts.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> remainders[other].compareTo(remainders[one])); // stable: earlier first
        for (var i = 0; i < left; i++) {
            parts[order[i]]++;
        }
    }
}
