package org.tsunagu.synthetic.course;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.tsunagu.codes.time.FiscalYear;

/// The care months of the invented insurer (診療年月), numbered from 0: April of the first fiscal year.
///
/// @param first month 0
/// @param months how many there are
public record Calendar(YearMonth first, int months) {

    private static final int MONTHS = 12;
    /// Beyond any month that is looked at: the end of a membership that has none.
    private static final int FAR = 1_000_000;

    /// All months of some fiscal years.
    public static Calendar of(int firstYear, int lastYear) {
        var first = YearMonth.from(new FiscalYear(firstYear).firstDay());
        return new Calendar(first, MONTHS * (lastYear - firstYear + 1));
    }

    /// A month by its number, which may be before the first or after the last.
    public YearMonth at(int month) {
        return first.plusMonths(month);
    }

    /// The number of the month a day lies in.
    public int of(LocalDate day) {
        return Math.clamp(ChronoUnit.MONTHS.between(first, YearMonth.from(day)), -FAR, FAR);
    }

    /// The number of the month in which a fiscal year begins.
    public int of(FiscalYear year) {
        return of(year.firstDay());
    }
}
