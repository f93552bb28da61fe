package org.tsunagu.codes.time;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/// A day that a spreadsheet has turned into a number (表計算ソフトの日付の数値): days since the end of 1899, as
/// Excel and
/// LibreOffice count for every day from March 1900 on.
public final class SerialDay {

    private static final LocalDate ZERO = LocalDate.of(1899, Month.DECEMBER, 30);
    private static final int LENGTH = 5;

    private SerialDay() {}

    /// Reads a number of five ASCII digits, which are the days from 1927 to 2173; empty for anything
    /// else.
    public static Optional<LocalDate> of(String text) {
        var isNumber = text.length() == LENGTH
                && text.charAt(0) != '0'
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isNumber ? Optional.of(ZERO.plusDays(Long.parseLong(text))) : Optional.empty();
    }
}
