package org.tsunagu.app.analytics.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.tsunagu.measures.Measure;
import org.tsunagu.measures.count.Figure;
import org.tsunagu.statistics.ratio.Shares;
import org.tsunagu.statistics.result.Estimate;
import org.tsunagu.statistics.result.Interval;

/// Numbers as tables show them (数値の表記): rounded half up, and only at the end.
final class Shown {

    /// What stands for a hidden number, as in the published tables of NDB.
    static final String HIDDEN = "‐";

    static final String NONE = "-";

    private static final double PERCENT = 100;

    private Shown() {}

    static String number(BigDecimal number) {
        return String.format(java.util.Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
    }

    static String count(long number) {
        return String.format(java.util.Locale.ROOT, "%,d", number);
    }

    static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }

    static String decimal(double value, int digits) {
        return Double.isFinite(value) ? number(rounded(value, digits)) : "∞";
    }

    /// Both limits.
    static String limits(Optional<Interval> interval, double factor, int digits) {
        return interval.map(one -> one.times(factor))
                .map(one -> decimal(one.low(), digits) + "–" + decimal(one.high(), digits))
                .orElse(NONE);
    }

    /// The share behind a figure with its interval; empty where chance is not known.
    static Optional<Estimate> share(Measure measure, Figure figure) {
        var part = figure.part().longValue();
        var whole = figure.whole().longValue();
        return Kind.of(measure) == Kind.PERSONS && whole > 0 && part >= 0 && part <= whole
                ? Optional.of(Shares.share(part, whole))
                : Optional.empty();
    }

    /// The interval of a figure in the unit of its measure.
    static String interval(Measure measure, Figure figure) {
        return limits(share(measure, figure).flatMap(Estimate::interval), PERCENT, digits(figure));
    }

    /// As many digits as the value has.
    private static int digits(Figure figure) {
        return figure.value().map(BigDecimal::scale).orElse(1);
    }
}
