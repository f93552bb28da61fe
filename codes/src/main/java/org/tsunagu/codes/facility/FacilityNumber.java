package org.tsunagu.codes.facility;

import java.util.Optional;
import org.tsunagu.codes.insurer.CheckDigit;
import org.tsunagu.codes.text.Widths;

/// The number of a checkup or guidance facility (特定健診機関番号): ten digits, the last a check digit.
public record FacilityNumber(String digits) {

    private static final int LENGTH = 10;

    /// Reads ten ASCII digits; empty for anything else. The check digit is not judged here.
    public static Optional<FacilityNumber> of(String text) {
        return text.length() == LENGTH && Widths.allDigits(text)
                ? Optional.of(new FacilityNumber(text))
                : Optional.empty();
    }

    /// Whether the last digit is the check digit of the first nine.
    public boolean checkDigitHolds() {
        return CheckDigit.holds(digits);
    }
}
