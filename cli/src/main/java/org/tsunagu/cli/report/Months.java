package org.tsunagu.cli.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.TreeMap;

/// Counts by month of the checkup (健診月別の件数); as many months as there are periods of the plan.
final class Months {

    private final TreeMap<YearMonth, Long> counts = new TreeMap<>();

    void add(LocalDate day) {
        counts.merge(YearMonth.from(day), 1L, Long::sum);
    }

    long since(YearMonth month) {
        return counts.tailMap(month).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    long before(YearMonth month) {
        return counts.headMap(month).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
