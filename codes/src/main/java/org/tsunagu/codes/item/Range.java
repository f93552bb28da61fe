package org.tsunagu.codes.item;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tsunagu.codes.table.Row;

/// A range of numbers, both ends included (範囲); an absent end is open.
public record Range(@Nullable BigDecimal low, @Nullable BigDecimal high) {

    static Range of(Row row, String lowColumn, String highColumn) {
        return new Range(
                row.decimal(lowColumn).orElse(null), row.decimal(highColumn).orElse(null));
    }

    /// Whether neither end is given.
    public boolean isOpen() {
        return low == null && high == null;
    }

    /// Whether the number lies below the lower end.
    public boolean isAbove(BigDecimal number) {
        return low != null && number.compareTo(low) < 0;
    }

    /// Whether the number lies above the upper end.
    public boolean isBelow(BigDecimal number) {
        return high != null && number.compareTo(high) > 0;
    }
}
