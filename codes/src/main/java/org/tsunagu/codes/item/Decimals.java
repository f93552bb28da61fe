package org.tsunagu.codes.item;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads the numbers of results (数値): plain decimals, no exponent, no grouping.
public final class Decimals {

    private static final int LONGEST = 18;

    private Decimals() {}

    /// The exact decimal, or null when the text is not a plain decimal number of at most 18 characters.
    public static @Nullable BigDecimal parse(String text) {
        var point = -1;
        var unscaled = 0L;
        var negative = text.startsWith("-");
        var first = negative ? 1 : 0;
        if (text.length() == first || text.length() > LONGEST) {
            return null;
        }
        for (var i = first; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '.' && point < 0 && i > first && i < text.length() - 1) {
                point = i;
            } else if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + (c - '0');
            } else {
                return null;
            }
        }
        return BigDecimal.valueOf(negative ? -unscaled : unscaled, point < 0 ? 0 : text.length() - 1 - point);
    }
}
