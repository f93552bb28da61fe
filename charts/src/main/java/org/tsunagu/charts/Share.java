package org.tsunagu.charts;

import java.util.List;

/// One bar of shares (内訳の棒): its name and how many there are of each part.
public record Share(String name, List<Long> counts) {

    long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
