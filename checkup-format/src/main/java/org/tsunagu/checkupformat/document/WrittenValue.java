package org.tsunagu.checkupformat.document;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tsunagu.codes.item.Decimals;
import org.tsunagu.codes.item.ItemValue;
import org.tsunagu.codes.item.ValueState;

/// One `value` element of an observation as written (値). Immutable, equal by what is written.
///
/// Not a record: documents repeat the same few thousand values, and what one means is worked out once.
public final class WrittenValue {

    /// Code system of the marks H and L beside a number outside the input range (入力範囲外).
    public static final String RANGE_MARK_SYSTEM = "2.16.840.1.113883.5.83";

    private static final String NUMERIC = "PQ";

    private final String type;
    private final String text;
    private final String unit;
    private final String codeSystem;
    private final String nullFlavor;
    private final boolean isRangeMark;
    private final @Nullable BigDecimal number;
    private final ItemValue alone;

    /// A value.
    ///
    /// @param type `xsi:type` as written: `PQ`, `CD`, `CO`, `ST`; empty when not given
    /// @param text the number, the code or the text
    /// @param unit of a number
    /// @param codeSystem of a code
    /// @param nullFlavor `NI` for not measurable; empty for none
    public WrittenValue(String type, String text, String unit, String codeSystem, String nullFlavor) {
        this.type = type;
        this.text = text;
        this.unit = unit;
        this.codeSystem = codeSystem;
        this.nullFlavor = nullFlavor;
        this.isRangeMark = (text.equals("H") || text.equals("L")) && codeSystem.equals(RANGE_MARK_SYSTEM);
        this.number = Decimals.parse(text);
        this.alone = toItemValue(state());
    }

    private ValueState state() {
        if (isRangeMark) {
            return text.equals("H") ? ValueState.ABOVE_RANGE : ValueState.BELOW_RANGE;
        }
        if (!nullFlavor.isEmpty()) {
            return ValueState.NOT_MEASURABLE;
        }
        return text.isEmpty() ? ValueState.EMPTY : ValueState.MEASURED;
    }

    /// The type as written.
    public String type() {
        return type;
    }

    /// The number, code or text as written.
    public String text() {
        return text;
    }

    /// The unit as written.
    public String unit() {
        return unit;
    }

    /// The code system as written.
    public String codeSystem() {
        return codeSystem;
    }

    /// The null flavor as written.
    public String nullFlavor() {
        return nullFlavor;
    }

    /// Whether this is the mark H or L beside a number, not a result of its own.
    public boolean isRangeMark() {
        return isRangeMark;
    }

    /// The text as an exact decimal; null when it is not a plain one.
    public @Nullable BigDecimal number() {
        return number;
    }

    /// The result when this is the only value of an observation.
    ItemValue alone() {
        return alone;
    }

    /// The result in a state that other values or the observation decide.
    ItemValue toItemValue(ValueState state) {
        return state.isValue() && !isRangeMark
                ? new ItemValue(state, text, type.equals(NUMERIC) ? number : null)
                : ItemValue.of(state);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof WrittenValue that
                        && type.equals(that.type)
                        && text.equals(that.text)
                        && unit.equals(that.unit)
                        && codeSystem.equals(that.codeSystem)
                        && nullFlavor.equals(that.nullFlavor));
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, text, unit, codeSystem, nullFlavor);
    }

    @Override
    public String toString() {
        return "WrittenValue[type=%s, unit=%s, codeSystem=%s, nullFlavor=%s]"
                .formatted(type, unit, codeSystem, nullFlavor);
    }
}
