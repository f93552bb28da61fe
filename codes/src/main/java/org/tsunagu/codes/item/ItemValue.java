package org.tsunagu.codes.item;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One result as the rules see it (検査値): its state, the text as written, and the number if the text is one.
///
/// @param text number, code or text as written; empty when there is no value
/// @param number the decimal of a numeric item, never rounded; absent for codes, texts and unreadable numbers
public record ItemValue(
        ValueState state, String text, @Nullable BigDecimal number) {

    /// The item is not there.
    public static final ItemValue ABSENT = new ItemValue(ValueState.ABSENT, "", null);

    /// A measured number.
    public static ItemValue number(String text) {
        return new ItemValue(ValueState.MEASURED, text, Decimals.parse(text));
    }

    /// A code or a text.
    public static ItemValue code(String text) {
        return new ItemValue(ValueState.MEASURED, text, null);
    }

    /// A state without a value.
    public static ItemValue of(ValueState state) {
        return new ItemValue(state, "", null);
    }

    /// A mark above or below the input range with the number beside it, or empty text when only the mark is there.
    public static ItemValue outOfRange(ValueState state, String text) {
        return new ItemValue(state, text, Decimals.parse(text));
    }
}
