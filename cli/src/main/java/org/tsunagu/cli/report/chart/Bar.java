package org.tsunagu.cli.report.chart;

import java.util.List;

/// One bar (棒): its name and how many there are of each part.
public record Bar(String name, List<Long> counts) {

    /// How many there are in all: the denominator of the shares (分母).
    public long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
