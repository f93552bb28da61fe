package org.tsunagu.rules.guidance;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A share of the price of a course (支払割合), exact: a third stays a third.
public record Share(BigDecimal numerator, BigDecimal denominator) {

    /// Nothing.
    public static final Share NONE = of(BigDecimal.ZERO);

    /// A share given as a decimal, 0.8 for 8/10.
    public static Share of(BigDecimal share) {
        return new Share(share, BigDecimal.ONE);
    }

    /// A part of this share, at most all of it.
    Share times(int part, int whole) {
        return part >= whole
                ? this
                : new Share(
                        numerator.multiply(BigDecimal.valueOf(part)), denominator.multiply(BigDecimal.valueOf(whole)));
    }

    /// The amount for a price, in whole yen.
    ///
    /// @param rounding what becomes of parts of a yen (端数処理)
    long yen(long price, RoundingMode rounding) {
        return numerator
                .multiply(BigDecimal.valueOf(price))
                .divide(denominator, 0, rounding)
                .longValueExact();
    }
}
