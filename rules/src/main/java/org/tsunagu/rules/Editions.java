package org.tsunagu.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Lazy;
import org.tsunagu.codes.time.PlanPeriod;

/// The editions of the rules in the order of their days (適用版の並び): a new one begins whenever a row of any table
/// begins or ends, and with each period of the plan.
final class Editions {

    private record Span(long firstDay, Lazy<Edition> male, Lazy<Edition> female) {}

    private final List<Span> latestFirst = new ArrayList<>();
    private final long lastDay;

    Editions(RuleTables tables, Settings settings) {
        var periods = List.of(PlanPeriod.values());
        var first = periods.getFirst().firstDay();
        var last = periods.getLast().lastDay();
        var days = new TreeSet<LocalDate>();
        periods.forEach(period -> days.add(period.firstDay()));
        tables.all()
                .forEach(table -> table.rows().stream()
                        .flatMap(row -> row.validity().changeDays())
                        .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                        .forEach(days::add));
        for (var day : days) {
            latestFirst.addFirst(new Span(
                    day.toEpochDay(),
                    new Lazy<>(tables, () -> Edition.on(day, Sex.MALE, tables, settings)),
                    new Lazy<>(tables, () -> Edition.on(day, Sex.FEMALE, tables, settings))));
        }
        lastDay = last.toEpochDay();
    }

    boolean cover(LocalDate day) {
        var number = day.toEpochDay();
        return number <= lastDay && number >= latestFirst.getLast().firstDay();
    }

    /// The rules for a day.
    ///
    /// @throws IllegalArgumentException if no rules cover it
    Edition on(LocalDate day, Sex sex) {
        var number = day.toEpochDay();
        if (number <= lastDay) {
            for (var i = 0; i < latestFirst.size(); i++) {
                var span = latestFirst.get(i);
                if (number >= span.firstDay()) {
                    return (sex == Sex.MALE ? span.male() : span.female()).get();
                }
            }
        }
        throw new IllegalArgumentException("no rules for checkups of %s; ask Judging.covers first".formatted(day));
    }
}
