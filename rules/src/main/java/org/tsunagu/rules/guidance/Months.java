package org.tsunagu.rules.guidance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Counts months between days (月数): the same day of a later month, or its last day where it has no such day.
final class Months {

    private Months() {}

    /// Months that have passed: 30 November to 28 February are three.
    static long passed(LocalDate from, LocalDate to) {
        var whole = ChronoUnit.MONTHS.between(from, to);
        return from.plusMonths(whole + 1).isAfter(to) ? whole : whole + 1;
    }

    /// Months that have begun: one day more than three months are four.
    static long begun(LocalDate from, LocalDate to) {
        var passed = passed(from, to);
        return from.plusMonths(passed).equals(to) ? passed : passed + 1;
    }
}
