package org.tsunagu.cli.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
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

    private final TreeMap<FiscalYear, EnumMap<Measure, EnumMap<Sex, EnumMap<AgeGroup, long[]>>>> years =
            new TreeMap<>();
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
            var measures = years.computeIfAbsent(judgement.fiscalYear(), year -> new EnumMap<>(Measure.class));
            for (var measure : Measure.values()) {
                var found = measure.of(judgement);
                if (found.isPresent()) {
                    measures.computeIfAbsent(measure, key -> new EnumMap<>(Sex.class))
                            .computeIfAbsent(sex, key -> new EnumMap<>(AgeGroup.class))
                            .computeIfAbsent(age, key -> new long[measure.classes()])[found.getAsInt()]++;
                }
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
        var counts = years.getOrDefault(year, new EnumMap<>(Measure.class))
                .getOrDefault(measure, new EnumMap<>(Sex.class))
                .getOrDefault(sex, new EnumMap<>(AgeGroup.class))
                .getOrDefault(age, new long[measure.classes()]);
        return Arrays.stream(counts).boxed().toList();
    }

    List<Long> counts(Measure measure, FiscalYear year, Sex sex) {
        return Arrays.stream(AgeGroup.values())
                .map(age -> counts(measure, year, sex, age))
                .reduce(Prevalence::sum)
                .orElseThrow();
    }

    List<Long> counts(Measure measure, FiscalYear year) {
        return Arrays.stream(Sex.values())
                .map(sex -> counts(measure, year, sex))
                .reduce(Prevalence::sum)
                .orElseThrow();
    }

    private static List<Long> sum(List<Long> one, List<Long> other) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> one.get(i) + other.get(i))
                .toList();
    }
}
