package org.tsunagu.codes.time;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Dates as the national formats write them (日付).
public final class Dates {

    private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;

    private Dates() {}

    /// Reads `YYYYMMDD`; empty when the text is not eight ASCII digits or not a day of the calendar (20240231).
    public static Optional<LocalDate> compact(String text) {
        if (text.length() != 8) {
            return Optional.empty();
        }
        var number = 0;
        for (var i = 0; i < 8; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            number = number * 10 + digit;
        }
        return of(number / 10000, number / 100 % 100, number % 100);
    }

    /// Reads an ISO date `2024-05-31`; empty when the text is anything else.
    public static Optional<LocalDate> iso(String text) {
        return text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-'
                ? compact(text.substring(0, 4) + text.substring(5, 7) + text.substring(8))
                : Optional.empty();
    }

    /// The day, or empty when the calendar has no such day.
    public static Optional<LocalDate> of(int year, int month, int day) {
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) {
            return Optional.empty();
        }
        var first = LocalDate.of(year, month, 1);
        return day <= first.lengthOfMonth() ? Optional.of(first.withDayOfMonth(day)) : Optional.empty();
    }

    /// Writes `YYYYMMDD`.
    public static String compact(LocalDate date) {
        return COMPACT.format(date);
    }

    /// Age in completed years on a day (満年齢), by the birthday.
    public static int age(LocalDate birth, LocalDate day) {
        return Period.between(birth, day).getYears();
    }
}
