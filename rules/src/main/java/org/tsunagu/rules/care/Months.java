package org.tsunagu.rules.care;

import java.time.LocalDate;
import java.time.YearMonth;

/// Care months in succession (期間), both ends included.
public record Months(YearMonth first, YearMonth last) {

    /// So many months that end with a month.
    public static Months upTo(YearMonth last, int count) {
        return new Months(last.minusMonths(count - 1L), last);
    }

    /// So many months that end just before these.
    public Months before(int count) {
        return upTo(first.minusMonths(1), count);
    }

    /// Whether a month is among them.
    public boolean includes(YearMonth month) {
        return !month.isBefore(first) && !month.isAfter(last);
    }

    /// Whether a day is in one of them.
    public boolean includes(LocalDate day) {
        return includes(YearMonth.from(day));
    }

    /// The first day.
    public LocalDate firstDay() {
        return first.atDay(1);
    }

    /// The last day.
    public LocalDate lastDay() {
        return last.atEndOfMonth();
    }
}
