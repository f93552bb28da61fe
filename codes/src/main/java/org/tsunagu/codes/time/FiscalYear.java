package org.tsunagu.codes.time;

import java.time.LocalDate;
import java.time.Month;

/// A Japanese fiscal year (年度): 1 April of the named year to 31 March of the next.
public record FiscalYear(int year) implements Comparable<FiscalYear> {

    /// The fiscal year a day belongs to.
    public static FiscalYear containing(LocalDate date) {
        return new FiscalYear(date.getMonthValue() < 4 ? date.getYear() - 1 : date.getYear());
    }

    /// 1 April.
    public LocalDate firstDay() {
        return LocalDate.of(year, Month.APRIL, 1);
    }

    /// 31 March of the next calendar year.
    public LocalDate lastDay() {
        return firstDay().plusYears(1).minusDays(1);
    }

    /// Age in whole years reached within this fiscal year (年度末年齢), counted by the birthday: a person born on
    /// 1 April reaches the age in the next fiscal year.
    public int ageOf(LocalDate birth) {
        return year + 1 - birth.getYear() - (birth.getMonth().compareTo(Month.MARCH) > 0 ? 1 : 0);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(year, other.year);
    }
}
