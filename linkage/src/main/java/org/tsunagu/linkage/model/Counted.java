package org.tsunagu.linkage.model;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/// How many candidate pairs show each pattern (パターン別の件数).
final class Counted {

    private final Map<Long, LongAdder> pairs = new HashMap<>();

    void add(long pattern) {
        pairs.computeIfAbsent(pattern, unknown -> new LongAdder()).increment();
    }

    void add(Counted other) {
        other.pairs.forEach((pattern, count) ->
                pairs.computeIfAbsent(pattern, unknown -> new LongAdder()).add(count.sum()));
    }

    /// Pairs by pattern, always in the same order.
    SortedMap<Long, Long> sorted() {
        var sorted = new TreeMap<Long, Long>();
        pairs.forEach((pattern, count) -> sorted.put(pattern, count.sum()));
        return sorted;
    }
}
