package org.tsunagu.app.analytics.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tsunagu.app.analytics.figures.Drawing;
import org.tsunagu.app.analytics.figures.Names;
import org.tsunagu.app.ui.Frame;
import org.tsunagu.measures.count.Figure;

/// Cells of the tables of figures (表のセル).
public final class FigureCell {

    private FigureCell() {}

    /// The value, or why there is none.
    public static String text(Frame frame, @Nullable Figure figure, int least) {
        if (figure == null || figure.value().isEmpty()) {
            return "-";
        }
        return Drawing.isSmall(figure, least)
                ? frame.text("analytics.hidden")
                : grouped(figure.value().get());
    }

    /// Numerator or denominator of a figure.
    public static String number(Frame frame, Figure figure, BigDecimal number, int least) {
        return Drawing.isSmall(figure, least) ? frame.text("analytics.hidden") : grouped(number);
    }

    private static String grouped(BigDecimal number) {
        return String.format("%,." + Math.max(0, number.scale()) + "f", number);
    }

    /// The name of a stratum of a row.
    public static String name(Frame frame, String stratum, String value) {
        return Names.of(frame.language(), stratum, value);
    }
}
