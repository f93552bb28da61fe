package org.tsunagu.cli.report.chart;

import java.util.List;
import java.util.Locale;
import org.tsunagu.charts.Markup;
import org.tsunagu.charts.Numbers;

/// Shares of a whole as horizontal bars of equal length (積み上げ棒グラフ). Shares stand inside their part where there is
/// room, the denominator stands at the end.
///
/// @param title what the chart shows, read out as its name
/// @param summary one sentence that says the same in words
/// @param parts at most five
/// @param bars each with one count a part
public record StackedBars(String title, String summary, List<Part> parts, List<Bar> bars) {

    private static final int WIDTH = 360;
    private static final int LEFT = 74;
    private static final int LENGTH = 226;
    private static final int PITCH = 28;
    private static final int THICKNESS = 20;
    private static final int BASELINE = 17;
    private static final int GAP = 6;
    private static final double ROOM_FOR_SHARE = 32;

    /// Refuses bars that do not fit the parts.
    ///
    /// @throws IllegalArgumentException if a bar has another number of counts than there are parts
    public StackedBars {
        for (var bar : bars) {
            if (bar.counts().size() != parts.size()) {
                throw new IllegalArgumentException("bar %s: %d counts for %d parts"
                        .formatted(bar.name(), bar.counts().size(), parts.size()));
            }
        }
    }

    /// The chart as one SVG element.
    ///
    /// @param id unique in the page; the ids inside begin with it
    public String svg(String id) {
        var names = id + "-title " + id + "-summary";
        var box = "0 0 %d %d".formatted(WIDTH, PITCH * bars.size());
        var svg = new Markup()
                .open("svg", "viewBox", box, "role", "img", "aria-labelledby", names, "class", "chart")
                .leaf("title", title, "id", id + "-title")
                .leaf("desc", summary, "id", id + "-summary")
                .open("defs");
        parts.forEach(part -> part.fill().define(id, svg));
        svg.close();
        for (var i = 0; i < bars.size(); i++) {
            svg.open("g", "transform", "translate(0 %d)".formatted(PITCH * i));
            draw(bars.get(i), id, svg);
            svg.close();
        }
        return svg.close().whole();
    }

    /// The sign of each part with its name, for all charts with these parts (凡例).
    ///
    /// @param id unique in the page
    public static String legend(String id, List<Part> parts) {
        var list = new Markup().open("ul", "class", "legend");
        for (var part : parts) {
            var prefix = id + "-" + parts.indexOf(part);
            list.open("li")
                    .open("svg", "viewBox", "0 0 26 16", "aria-hidden", "true", "class", "swatch")
                    .open("defs");
            part.fill().define(prefix, list);
            list.close()
                    .empty(
                            "rect",
                            "x",
                            "1",
                            "y",
                            "1",
                            "width",
                            "24",
                            "height",
                            "14",
                            "fill",
                            part.fill().paint(prefix),
                            "class",
                            "part")
                    .close()
                    .text(part.name())
                    .close();
        }
        return list.close().whole();
    }

    private void draw(Bar bar, String id, Markup svg) {
        write(svg, bar.name(), LEFT - GAP, "end");
        write(svg, Numbers.count(bar.total()), WIDTH - 1, "end");
        var total = bar.total();
        if (total == 0) {
            rectangle(svg, LEFT, LENGTH, "none", "part none");
        }
        long before = 0;
        for (var i = 0; i < parts.size(); i++) {
            var count = bar.counts().get(i);
            var from = LEFT + LENGTH * (double) before / Math.max(total, 1);
            var width = LENGTH * (double) count / Math.max(total, 1);
            if (count > 0) {
                rectangle(svg, from, width, parts.get(i).fill().paint(id), "part");
            }
            if (width >= ROOM_FOR_SHARE) {
                share(svg, parts.get(i).fill(), from + width / 2, Numbers.percent(count, total));
            }
            before += count;
        }
    }

    /// Writing on a pattern gets a border in the colour behind it, or nobody could read it.
    private static void share(Markup svg, Fill fill, double middle, String share) {
        svg.leaf(
                "text",
                share,
                "x",
                decimal(middle),
                "y",
                Integer.toString(BASELINE),
                "text-anchor",
                "middle",
                "fill",
                fill.ink(),
                "stroke",
                fill.colour(),
                "class",
                "share");
    }

    private static void rectangle(Markup svg, double from, double width, String fill, String look) {
        svg.empty(
                "rect",
                "x",
                decimal(from),
                "y",
                Integer.toString((PITCH - THICKNESS) / 2),
                "width",
                decimal(width),
                "height",
                Integer.toString(THICKNESS),
                "fill",
                fill,
                "class",
                look);
    }

    private static void write(Markup svg, String text, int x, String anchor) {
        svg.leaf("text", text, "x", Integer.toString(x), "y", Integer.toString(BASELINE), "text-anchor", anchor);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
