package org.tsunagu.rules.rates;

import java.math.BigDecimal;
import java.util.Optional;
import org.tsunagu.codes.item.Decimals;
import org.tsunagu.codes.text.Widths;

/// A share of a whole (割合), 0 % to 100 %, exact.
///
/// @param fraction 0 to 1; 30 % is 0.3
public record Percent(BigDecimal fraction) {

    /// Takes a fraction.
    ///
    /// @throws IllegalArgumentException below 0 or above 1
    public Percent {
        if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a share from 0 to 1, not " + fraction.toPlainString());
        }
        fraction = fraction.stripTrailingZeros();
    }

    /// Reads `30%` (of either width, spaces allowed), or without the sign a fraction up to 1 (`0.3`, `1` is the
    /// whole) or a greater number of percent (`30`); empty for anything else, below 0 % and above 100 %.
    public static Optional<Percent> parse(String text) {
        var plain = Widths.forMatching(text);
        var hasSign = plain.endsWith("%");
        var number = Decimals.parse(hasSign ? plain.substring(0, plain.length() - 1) : plain);
        if (number == null || number.signum() < 0) {
            return Optional.empty();
        }
        var fraction = hasSign || number.compareTo(BigDecimal.ONE) > 0 ? number.movePointLeft(2) : number;
        return fraction.compareTo(BigDecimal.ONE) > 0 ? Optional.empty() : Optional.of(new Percent(fraction));
    }

    /// This share of a number, exact.
    public BigDecimal of(long whole) {
        return fraction.multiply(BigDecimal.valueOf(whole));
    }

    /// Written in percent: `30%`, `7.98%`.
    @Override
    public String toString() {
        return fraction.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
