package org.tsunagu.app.portal;

import java.math.BigDecimal;
import java.util.List;
import org.tsunagu.app.checkups.Results;

/// A result against the year before (前年との比較), in words: an arrow alone says nothing to many.
public enum Trend {
    UP,
    DOWN,
    SAME,
    /// There is nothing to compare, or it is no number.
    NONE;

    /// How the first cell differs from the second.
    public static Trend of(List<Results.Cell> cells) {
        if (cells.size() < 2) {
            return NONE;
        }
        try {
            var now = new BigDecimal(cells.get(0).text());
            var before = new BigDecimal(cells.get(1).text());
            return switch (Integer.signum(now.compareTo(before))) {
                case 1 -> UP;
                case -1 -> DOWN;
                default -> SAME;
            };
        } catch (NumberFormatException aWord) {
            return NONE;
        }
    }
}
