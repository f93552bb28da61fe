package org.tsunagu.codes.time;

import java.time.LocalDate;
import java.util.Optional;

/// The period (期) of the plan for specific health checkups (特定健康診査等実施計画).
/// The only place where a year selects a rule; everything else asks for the period of the checkup date.
public enum PlanPeriod {
    FIRST(1, 2008, 2012),
    SECOND(2, 2013, 2017),
    THIRD(3, 2018, 2023),
    FOURTH(4, 2024, 2029);

    private final int number;
    private final int from;
    private final int to;

    PlanPeriod(int number, int from, int to) {
        this.number = number;
        this.from = from;
        this.to = to;
    }

    /// The period whose rules judge a checkup taken on the given day; empty when no rules are known for that day.
    public static Optional<PlanPeriod> find(LocalDate checkup) {
        var year = FiscalYear.containing(checkup).year();
        for (var period : values()) {
            if (period.from <= year && year <= period.to) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }

    /// The period whose rules judge a checkup taken on the given day.
    ///
    /// @throws IllegalArgumentException if no rules are known for that day
    public static PlanPeriod of(LocalDate checkup) {
        return find(checkup)
                .orElseThrow(() -> new IllegalArgumentException("no rules for fiscal year %d; they cover %d to %d"
                        .formatted(
                                FiscalYear.containing(checkup).year(), FIRST.from, values()[values().length - 1].to)));
    }

    /// The official number of the period, 1 to 4.
    public int number() {
        return number;
    }

    /// 1 April of the first year.
    public LocalDate firstDay() {
        return new FiscalYear(from).firstDay();
    }

    /// 31 March that ends the last year.
    public LocalDate lastDay() {
        return new FiscalYear(to).lastDay();
    }
}
