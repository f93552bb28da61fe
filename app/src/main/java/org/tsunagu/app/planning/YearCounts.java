package org.tsunagu.app.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.tsunagu.app.reporting.Report;
import org.tsunagu.app.reporting.Reports;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.codes.time.PlanPeriod;

/// The counts that the results of a plan are taken from (実績のもとになる集計): those of the statutory report, so that no rate
/// is defined a second time.
@Service
public class YearCounts {

    private static final int YEARS_BEFORE = 5;

    private final Reports reports;
    private final Clock clock;

    YearCounts(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /// What is counted of a year and of those before (集計の状態).
    ///
    /// @param report the latest count of the year
    /// @param missing years that have begun and were never counted, the earliest first
    /// @param isBusy whether one of them is being counted
    /// @param isOpen whether the year has not ended: who is a member now is taken to stay one
    public record State(
            FiscalYear year, Optional<Report> report, List<FiscalYear> missing, boolean isBusy, boolean isOpen) {}

    /// The latest count of a year.
    public Optional<Report> of(FiscalYear year) {
        return reports.current(year);
    }

    /// What is counted of a year and of those that its plan looks back to.
    public State state(FiscalYear year) {
        var years = years(year);
        return new State(
                year,
                of(year),
                years.stream().filter(one -> of(one).isEmpty()).toList(),
                years.stream().anyMatch(one -> reports.waiting(one).isPresent()),
                !year.lastDay().isBefore(LocalDate.now(clock)));
    }

    /// Asks for a count of a year as it is now, and of those before that were never counted.
    public void ask(FiscalYear year) {
        for (var one : years(year)) {
            if (one.equals(year) || of(one).isEmpty()) {
                reports.count(one);
            }
        }
    }

    private List<FiscalYear> years(FiscalYear year) {
        var today = LocalDate.now(clock);
        return IntStream.rangeClosed(year.year() - YEARS_BEFORE, year.year())
                .mapToObj(FiscalYear::new)
                .filter(one -> PlanPeriod.find(one.firstDay()).isPresent()
                        && !one.firstDay().isAfter(today))
                .toList();
    }
}
