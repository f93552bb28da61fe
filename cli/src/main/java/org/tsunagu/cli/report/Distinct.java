package org.tsunagu.cli.report;

import java.util.Arrays;

/// Counts different things exactly up to a limit, in bounded memory (異なり数): a table of 64-bit hashes. Two different
/// things share a hash once in some ten million runs.
final class Distinct {

    private static final int FIRST_SIZE = 1 << 10;
    private static final long PRIME = 0x100000001b3L;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final int limit;
    private long[] hashes = new long[FIRST_SIZE];
    private int count;

    Distinct(int limit) {
        this.limit = limit;
    }

    /// Counts a thing if it is new.
    ///
    /// @param parts what makes it that thing
    void add(String... parts) {
        if (!isFull()) {
            put(hash(parts));
        }
    }

    int count() {
        return count;
    }

    /// Whether the limit was reached, so that there may be more than [#count].
    boolean isFull() {
        return count >= limit;
    }

    private void put(long hash) {
        var at = slot(hashes, hash);
        if (hashes[at] == hash) {
            return;
        }
        hashes[at] = hash;
        count++;
        if (count * 2 > hashes.length) {
            grow();
        }
    }

    private void grow() {
        var larger = new long[hashes.length * 2];
        Arrays.stream(hashes).filter(hash -> hash != 0).forEach(hash -> larger[slot(larger, hash)] = hash);
        hashes = larger;
    }

    private static int slot(long[] table, long hash) {
        var at = (int) (hash >>> 1) & (table.length - 1);
        while (table[at] != 0 && table[at] != hash) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    private static long hash(String... parts) {
        var hash = OFFSET;
        for (var part : parts) {
            for (var i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * PRIME;
            }
            hash = (hash ^ Character.MAX_VALUE) * PRIME;
        }
        hash = (hash ^ (hash >>> 32)) * SPREAD;
        return (hash ^ (hash >>> 29)) | 1;
    }
}
