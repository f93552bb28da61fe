package org.tsunagu.cli.report.chart;

import org.tsunagu.charts.Markup;

/// How a part of a bar is filled (塗り分け): told apart by lightness and pattern, so that colour is never needed.
public enum Fill {
    /// What needs attention most (濃い色).
    STRONG("#0b4f8a", "#ffffff"),
    /// What needs attention next: amber with slanting lines (斜線).
    HATCHED("#ffd685", "#1b2733"),
    /// What needs none (薄い色).
    PALE("#e6edf3", "#1b2733"),
    /// What is not known: white with dots (点).
    DOTTED("#ffffff", "#1b2733");

    private final String colour;
    private final String ink;

    Fill(String colour, String ink) {
        this.colour = colour;
        this.ink = ink;
    }

    /// The colour of writing on it.
    String ink() {
        return ink;
    }

    /// The colour behind the pattern.
    String colour() {
        return colour;
    }

    /// What a shape is painted with, given the prefix of the ids of its chart.
    String paint(String prefix) {
        return switch (this) {
            case STRONG, PALE -> colour;
            case HATCHED, DOTTED -> "url(#%s-%s)".formatted(prefix, name());
        };
    }

    /// Writes the pattern that [#paint] names, if there is one.
    void define(String prefix, Markup svg) {
        switch (this) {
            case HATCHED ->
                pattern(prefix, svg, "7")
                        .empty(
                                "path",
                                "d",
                                "M-1,1 l2,-2 M0,7 l7,-7 M6,8 l2,-2",
                                "stroke",
                                "#8a5a00",
                                "stroke-width",
                                "1.4")
                        .close();
            case DOTTED ->
                pattern(prefix, svg, "6")
                        .empty("circle", "cx", "3", "cy", "3", "r", "1.1", "fill", "#4a5a68")
                        .close();
            case STRONG, PALE -> {}
        }
    }

    private Markup pattern(String prefix, Markup svg, String size) {
        return svg.open(
                        "pattern",
                        "id",
                        prefix + "-" + name(),
                        "width",
                        size,
                        "height",
                        size,
                        "patternUnits",
                        "userSpaceOnUse")
                .empty("rect", "width", size, "height", size, "fill", colour);
    }
}
