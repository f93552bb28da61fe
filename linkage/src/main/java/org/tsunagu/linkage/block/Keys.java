package org.tsunagu.linkage.block;

import java.util.Arrays;
import java.util.function.IntFunction;

/// The block keys of the records of one side (ブロックキー): none, one or several numbers a record, in one array.
final class Keys {

    private static final int[] NONE = {};

    private final int[] from;
    private final int[] keys;

    private Keys(int[] from, int[] keys) {
        this.from = from;
        this.keys = keys;
    }

    static Keys of(int records, IntFunction<int[]> keysOf) {
        var from = new int[records + 1];
        var keys = new int[Math.max(16, records)];
        var size = 0;
        for (var record = 0; record < records; record++) {
            from[record] = size;
            for (var key : keysOf.apply(record)) {
                if (size == keys.length) {
                    keys = Arrays.copyOf(keys, 2 * size);
                }
                keys[size++] = key;
            }
        }
        from[records] = size;
        return new Keys(from, Arrays.copyOf(keys, size));
    }

    /// One key, or none when it is negative.
    static int[] one(int key) {
        return key < 0 ? NONE : new int[] {key};
    }

    int records() {
        return from.length - 1;
    }

    int begin(int record) {
        return from[record];
    }

    int end(int record) {
        return from[record + 1];
    }

    int key(int index) {
        return keys[index];
    }

    /// How many records have each key.
    int[] counts(int size) {
        var counts = new int[size];
        for (var key : keys) {
            counts[key]++;
        }
        return counts;
    }
}
