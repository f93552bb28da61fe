package org.tsunagu.cli.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tsunagu.cli.check.CheckedDocument;
import org.tsunagu.cli.check.CheckedDocument.Status;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Judgement;
import org.tsunagu.rules.stratification.Level;

/// Counts judgements by fiscal year, sex and age group (判定の集計). A document that goes back is not counted, nor a person
/// outside the ages of the programme.
final class Prevalence {

    /// A year of which there are only the first few checkups says nothing about age groups.
    private static final int SHARE_OF_LARGEST_YEAR = 10;

    private record Cell(Sex sex, AgeGroup age) {}

    private final TreeMap<FiscalYear, Map<Measure, Map<Cell, long[]>>> years = new TreeMap<>();
    private final TreeMap<FiscalYear, Long> documents = new TreeMap<>();

    void add(CheckedDocument document) {
        if (document.status() != Status.REJECTED) {
            document.judgement()
                    .filter(judgement -> judgement.level().value() != Level.OUTSIDE)
                    .ifPresent(judgement ->
                            document.header().flatMap(header -> header.sex()).ifPresent(sex -> add(judgement, sex)));
        }
    }

    private void add(Judgement judgement, Sex sex) {
        AgeGroup.of(judgement.age()).ifPresent(age -> {
            documents.merge(judgement.fiscalYear(), 1L, Long::sum);
            var cell = new Cell(sex, age);
            var measures = years.computeIfAbsent(judgement.fiscalYear(), year -> new EnumMap<>(Measure.class));
            for (var measure : Measure.values()) {
                measure.of(judgement)
                        .ifPresent(found -> measures.computeIfAbsent(measure, key -> new HashMap<>())
                                .computeIfAbsent(cell, key -> new long[measure.classes()])[found]++);
            }
        });
    }

    /// The fiscal years there are, in order.
    List<FiscalYear> years() {
        return List.copyOf(years.keySet());
    }

    /// The newest fiscal year with enough checkups to look at age groups.
    ///
    /// @throws java.util.NoSuchElementException if nothing was counted
    FiscalYear mainYear() {
        var largest =
                documents.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        return documents.descendingMap().entrySet().stream()
                .filter(entry -> entry.getValue() * SHARE_OF_LARGEST_YEAR >= largest)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    List<Long> counts(Measure measure, FiscalYear year, Sex sex, AgeGroup age) {
        return sum(measure, year, cell -> cell.sex == sex && cell.age == age);
    }

    List<Long> counts(Measure measure, FiscalYear year, Sex sex) {
        return sum(measure, year, cell -> cell.sex == sex);
    }

    List<Long> counts(Measure measure, FiscalYear year) {
        return sum(measure, year, cell -> true);
    }

    private List<Long> sum(Measure measure, FiscalYear year, Predicate<Cell> which) {
        var sums = new ArrayList<Long>();
        var cells = years.getOrDefault(year, Map.of()).getOrDefault(measure, Map.of());
        for (var i = 0; i < measure.classes(); i++) {
            var index = i;
            sums.add(cells.entrySet().stream()
                    .filter(entry -> which.test(entry.getKey()))
                    .mapToLong(entry -> entry.getValue()[index])
                    .sum());
        }
        return sums;
    }
}
