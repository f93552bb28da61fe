package org.tsunagu.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A chart and what must be said beside it as one picture (注記つきのグラフ), for files that leave the page.
public final class Captions {

    private static final Pattern SIZE = Pattern.compile("width=\"([0-9.]+)\" height=\"([0-9.]+)\"");
    private static final double LINE = 16;
    private static final double GAP = 8;
    private static final double LETTER = 11;

    private Captions() {}

    /// The picture with its notes below, each in as many lines as it needs.
    public static String below(Chart chart, List<String> notes) {
        var size = SIZE.matcher(chart.svg());
        if (!size.find()) {
            throw new IllegalArgumentException("a chart without a size");
        }
        var width = Double.parseDouble(size.group(1));
        var height = Double.parseDouble(size.group(2));
        var lines = notes.stream()
                .flatMap(note -> lines(note, (width - 2 * GAP) / LETTER).stream())
                .toList();
        var all = Figures.at(height + lines.size() * LINE + 2 * GAP);
        var wide = Figures.at(width);
        var svg = new Markup()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "viewBox",
                        "0 0 %s %s".formatted(wide, all),
                        "width",
                        wide,
                        "height",
                        all,
                        "font-family",
                        "'BIZ UDPGothic', 'Noto Sans JP', sans-serif")
                .empty("rect", "x", "0", "y", "0", "width", wide, "height", all, "fill", "#ffffff")
                .add(chart.svg());
        var y = height + GAP + LETTER;
        for (var line : lines) {
            svg.leaf(
                    "text",
                    line,
                    "x",
                    Figures.at(GAP),
                    "y",
                    Figures.at(y),
                    "font-size",
                    Figures.at(LETTER),
                    "fill",
                    "#1a1a1a");
            y += LINE;
        }
        return svg.close().whole();
    }

    /// Full lines; a word may be torn apart, which Japanese allows and a note bears.
    private static List<String> lines(String note, double widths) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        var used = 0.0;
        for (var character : note.codePoints().toArray()) {
            var wide = Figures.width(Character.toString(character));
            if (used + wide > widths) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.appendCodePoint(character);
            used += wide;
        }
        lines.add(line.toString());
        return lines;
    }
}
