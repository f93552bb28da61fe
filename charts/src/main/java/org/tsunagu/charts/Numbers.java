package org.tsunagu.charts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// Numbers as people read them (数の表記), the same in both languages, and
/// rounded exactly.
public final class Numbers {

    /// Shown for a share of nothing: never 0 %.
    public static final String NOTHING = "-";

    private Numbers() {}

    /// With thousands separators.
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// A share in percent with one decimal, rounded half up; `-` when there is nothing to share.
    public static String percent(long part, long whole) {
        if (whole == 0) {
            return NOTHING;
        }
        var share = new BigDecimal(part).movePointRight(2).divide(new BigDecimal(whole), 1, RoundingMode.HALF_UP);
        return share.toPlainString() + "%";
    }
}
