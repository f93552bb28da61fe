package org.tsunagu.linkage.model;

import java.util.SplittableRandom;
import org.tsunagu.linkage.field.Field;

/// Draws pairs that are equal in a field (同じ値をもつ組の抽出), each such pair as likely as any other.
final class EqualPairs {

    private final Field field;
    private final boolean isOneFile;
    /// Where the records of each key begin among those of the right side.
    private final int[] from;
    private final int[] members;
    /// Pairs up to and with each record of the left side.
    private final long[] pairs;

    EqualPairs(Field field, boolean isOneFile) {
        this.field = field;
        this.isOneFile = isOneFile;
        this.from = new int[field.keys() + 1];
        for (var key = 0; key < field.keys(); key++) {
            from[key + 1] = from[key] + field.rightCount(key);
        }
        this.members = new int[from[field.keys()]];
        var next = from.clone();
        for (var right = 0; right < field.rightSize(); right++) {
            if (field.right(right) >= 0) {
                members[next[field.right(right)]++] = right;
            }
        }
        this.pairs = new long[field.leftSize()];
        var sum = 0L;
        for (var left = 0; left < pairs.length; left++) {
            var key = field.left(left);
            sum += key < 0 ? 0 : field.rightCount(key) - (isOneFile ? 1 : 0);
            pairs[left] = sum;
        }
    }

    /// Takes the two records of a pair.
    @FunctionalInterface
    interface Taker {
        void take(int left, int right);
    }

    boolean isAny() {
        return pairs.length > 0 && pairs[pairs.length - 1] > 0;
    }

    void draw(SplittableRandom random, Taker taker) {
        var wanted = random.nextLong(pairs[pairs.length - 1]);
        var low = 0;
        var high = pairs.length - 1;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (pairs[middle] > wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        var key = field.left(low);
        var right = members[random.nextInt(from[key], from[key + 1])];
        if (!isOneFile || right != low) {
            taker.take(low, right);
        }
    }
}
