package org.tsunagu.cli.report.chart;

import java.util.Locale;
import org.tsunagu.charts.Markup;

/// A small bar beside a number in a table (割合の棒): decoration only, the number beside it says the same.
public final class Meter {

    private static final int LENGTH = 100;

    private Meter() {}

    /// The bar of a share; an empty frame for a share of nothing.
    public static String svg(long part, long whole) {
        var filled = whole == 0 ? 0 : LENGTH * (double) part / whole;
        return new Markup()
                .open("svg", "viewBox", "0 0 102 12", "aria-hidden", "true", "class", "meter")
                .empty("rect", "x", "1", "y", "1", "width", "100", "height", "10", "fill", "none", "class", "part")
                .empty(
                        "rect",
                        "x",
                        "1",
                        "y",
                        "1",
                        "width",
                        String.format(Locale.ROOT, "%.2f", filled),
                        "height",
                        "10",
                        "fill",
                        Fill.STRONG.colour())
                .close()
                .whole();
    }
}
