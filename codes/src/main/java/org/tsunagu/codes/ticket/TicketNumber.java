package org.tsunagu.codes.ticket;

import java.util.Optional;
import org.tsunagu.codes.text.Widths;
import org.tsunagu.codes.time.FiscalYear;

/// The number of a checkup or guidance ticket (受診券・利用券整理番号): eleven digits = last two digits of the fiscal
/// year, one digit for the kind, eight for the person.
///
/// Length: the official schema. The three parts: domain knowledge, consistent with the published samples.
public record TicketNumber(String digits) {

    private static final int LENGTH = 11;

    /// Reads eleven ASCII digits; empty for anything else.
    public static Optional<TicketNumber> of(String text) {
        return text.length() == LENGTH && Widths.allDigits(text)
                ? Optional.of(new TicketNumber(text))
                : Optional.empty();
    }

    /// The number of a ticket to be issued (採番).
    ///
    /// @param kind one digit
    /// @param person up to eight digits, by which the insurer tells people apart
    /// @throws IllegalArgumentException if the number of the person is too large, or not positive
    public static TicketNumber running(FiscalYear year, String kind, int person) {
        var digits = "%02d%s%08d".formatted(year.year() % 100, kind, person);
        return of(digits)
                .filter(number -> person > 0)
                .orElseThrow(() -> new IllegalArgumentException("no ticket number can be made of this"));
    }

    /// The last two digits of the fiscal year (年度の下二桁).
    public String yearDigits() {
        return digits.substring(0, 2);
    }

    /// The digit of the kind (種別): 1 checkup, 2 to 4 guidance, 5 set ticket.
    public char kind() {
        return digits.charAt(2);
    }
}
