package org.tsunagu.charts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Figures and words as they are written in a picture (数字の書き方).
final class Figures {

    private static final int HALF_WIDTH_END = 0x7F;
    private static final int SIGNIFICANT = 6;
    private static final int LONGEST = 15;
    private static final double HALF = 0.6;
    private static final double HUNDRED = 100;

    private Figures() {}

    /// A coordinate, at most two decimals.
    static String at(double coordinate) {
        var rounded = Math.round(coordinate * HUNDRED);
        return rounded % (long) HUNDRED == 0
                ? Long.toString(rounded / (long) HUNDRED)
                : String.format(Locale.ROOT, "%.2f", coordinate);
    }

    /// A mark of an axis, without needless zeros.
    static String mark(double value) {
        var decimal = new BigDecimal(value, new MathContext(SIGNIFICANT)).stripTrailingZeros();
        var digits = decimal.precision() - decimal.scale();
        return value == 0 ? "0" : digits > SIGNIFICANT ? decimal.toString() : decimal.toPlainString();
    }

    /// A value as it was given.
    static String shown(BigDecimal value) {
        return value.precision() - value.scale() > LONGEST ? value.toString() : value.toPlainString();
    }

    /// About how wide a text is, in widths of its font size: full width 1, half width 0.6.
    static double width(String text) {
        return text.codePoints()
                .mapToDouble(character -> character <= HALF_WIDTH_END ? HALF : 1)
                .sum();
    }

    /// The text, cut with an ellipsis where it would be wider.
    static String fit(String text, double widths) {
        if (width(text) <= widths) {
            return text;
        }
        var cut = new StringBuilder();
        var used = 1.0;
        for (var character : text.codePoints().toArray()) {
            used += character <= HALF_WIDTH_END ? HALF : 1;
            if (used > widths) {
                break;
            }
            cut.appendCodePoint(character);
        }
        return cut.append('…').toString();
    }
}
