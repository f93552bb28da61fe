package org.tsunagu.codes.insurer;

import java.util.Optional;
import org.tsunagu.codes.text.Widths;

/// The number of an insurer (保険者番号): eight digits, a municipal number of six is padded with zeros on the left.
public record InsurerNumber(String digits) {

    private static final int LENGTH = 8;

    /// Reads up to eight ASCII digits and pads them; empty for anything else. The check digit is not judged here.
    public static Optional<InsurerNumber> of(String text) {
        var digits = !text.isEmpty() && text.length() <= LENGTH && Widths.allDigits(text);
        return digits ? Optional.of(new InsurerNumber("0".repeat(LENGTH - text.length()) + text)) : Optional.empty();
    }

    /// Whether the last digit is the check digit (検証番号).
    public boolean checkDigitHolds() {
        return CheckDigit.holds(digits);
    }
}
