package org.tsunagu.checkupformat.document;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tsunagu.codes.item.Decimals;

/// The facility's own reference range (基準範囲) as written. Immutable, equal by what is written.
///
/// Not a record: a facility writes the same few dozen ranges in every document, and what one means is worked out once.
public final class ReferenceRange {

    private final String low;
    private final String lowUnit;
    private final String high;
    private final String highUnit;
    private final @Nullable BigDecimal lowest;
    private final @Nullable BigDecimal highest;

    /// A range; empty texts for what is not given.
    public ReferenceRange(String low, String lowUnit, String high, String highUnit) {
        this.low = low;
        this.lowUnit = lowUnit;
        this.high = high;
        this.highUnit = highUnit;
        this.lowest = Decimals.parse(low);
        this.highest = Decimals.parse(high);
    }

    /// The lower limit as written.
    public String low() {
        return low;
    }

    /// The unit of the lower limit as written.
    public String lowUnit() {
        return lowUnit;
    }

    /// The upper limit as written.
    public String high() {
        return high;
    }

    /// The unit of the upper limit as written.
    public String highUnit() {
        return highUnit;
    }

    /// The lower limit; null when there is none that can be read.
    public @Nullable BigDecimal lowest() {
        return lowest;
    }

    /// The upper limit; null when there is none that can be read.
    public @Nullable BigDecimal highest() {
        return highest;
    }

    /// Whether both limits that are written are numbers.
    public boolean isReadable() {
        return (lowest != null || low.isEmpty()) && (highest != null || high.isEmpty());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ReferenceRange that
                        && low.equals(that.low)
                        && lowUnit.equals(that.lowUnit)
                        && high.equals(that.high)
                        && highUnit.equals(that.highUnit));
    }

    @Override
    public int hashCode() {
        return Objects.hash(low, lowUnit, high, highUnit);
    }

    @Override
    public String toString() {
        return "ReferenceRange[low=%s %s, high=%s %s]".formatted(low, lowUnit, high, highUnit);
    }
}
