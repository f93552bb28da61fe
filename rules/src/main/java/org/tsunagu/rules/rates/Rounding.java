package org.tsunagu.rules.rates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.tsunagu.codes.table.Row;

/// How an official table rounds (端数処理): columns `scale` and `mode` of its row.
///
/// @param scale decimal places; 0 for whole numbers, -1 for tens
public record Rounding(int scale, RoundingMode mode) {

    /// The rounding of a row.
    public static Rounding of(Row row) {
        return new Rounding(row.integer("scale"), RoundingMode.valueOf(row.text("mode")));
    }

    /// A number rounded once.
    public BigDecimal round(BigDecimal number) {
        return number.setScale(scale, mode);
    }

    /// A quotient rounded once, from the exact value; empty for a whole of 0, which has no rate.
    public Optional<BigDecimal> quotient(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? Optional.empty() : Optional.of(part.divide(whole, scale, mode));
    }

    /// A quotient in percent, rounded once; empty for a whole of 0.
    public Optional<BigDecimal> percent(BigDecimal part, BigDecimal whole) {
        return quotient(part.movePointRight(2), whole);
    }
}
