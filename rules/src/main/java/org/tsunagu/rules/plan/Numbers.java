package org.tsunagu.rules.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tsunagu.codes.time.FiscalYear;

/// Numbers of people by stratum and fiscal year (層別・年度別の人数). What no cell holds is 0.
public record Numbers(Map<Stratum, Map<FiscalYear, Long>> cells) {

    /// Copies the cells.
    public Numbers {
        cells = cells.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Map.copyOf(entry.getValue())));
    }

    /// One cell.
    public long of(Stratum stratum, FiscalYear year) {
        return cells.getOrDefault(stratum, Map.of()).getOrDefault(year, 0L);
    }

    /// The sum of some strata in a year (formulas PF-2 and PF-4).
    public long sum(FiscalYear year, Predicate<Stratum> which) {
        return cells.keySet().stream()
                .filter(which)
                .mapToLong(stratum -> of(stratum, year))
                .sum();
    }

    /// The sum of all strata in a year.
    public long sum(FiscalYear year) {
        return sum(year, stratum -> true);
    }

    /// The years that any cell speaks of.
    public NavigableSet<FiscalYear> years() {
        var years = new TreeSet<FiscalYear>();
        cells.values().forEach(series -> years.addAll(series.keySet()));
        return years;
    }

    /// Makes other numbers, cell by cell.
    Numbers map(Cell cell) {
        var made = new HashMap<Stratum, Map<FiscalYear, Long>>();
        cells.forEach((stratum, series) -> {
            var numbers = new HashMap<FiscalYear, Long>();
            series.forEach((year, number) -> numbers.put(year, cell.of(year, number)));
            made.put(stratum, numbers);
        });
        return new Numbers(made);
    }

    /// What becomes of a cell.
    interface Cell {
        long of(FiscalYear year, long number);
    }
}
