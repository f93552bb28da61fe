package org.tsunagu.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One SVG picture while it is drawn (図): a title, a description, and shapes in units of the view box.
final class Picture {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private final Markup svg = new Markup();
    private final String id;
    private final double width;

    /// Opens the picture.
    ///
    /// @param id prefix of all ids in it, unique on the page
    /// @throws IllegalArgumentException if the id is not a letter followed by letters, digits, `_` or `-`
    Picture(String id, String title, String sentence, double width, double height) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id %s: a letter, then letters, digits, _ and -".formatted(id));
        }
        this.id = id;
        this.width = width;
        var box = "0 0 %s %s".formatted(Figures.at(width), Figures.at(height));
        svg.open(
                        "svg",
                        List.of(
                                "xmlns",
                                "http://www.w3.org/2000/svg",
                                "viewBox",
                                box,
                                "width",
                                Figures.at(width),
                                "height",
                                Figures.at(height),
                                "class",
                                "chart",
                                "role",
                                "img",
                                "aria-labelledby",
                                id + "-title " + id + "-desc",
                                "font-family",
                                "'BIZ UDPGothic', 'Noto Sans JP', sans-serif"))
                .leaf("title", title.isBlank() ? sentence : title, "id", id + "-title")
                .leaf("desc", sentence, "id", id + "-desc");
    }

    Picture define(List<Fill> fills) {
        svg.open("defs");
        fills.forEach(fill -> fill.define(id, svg));
        svg.close();
        return this;
    }

    void line(double x1, double y1, double x2, double y2, Ink ink) {
        shape(
                "line",
                ink,
                List.of(
                        "x1", Figures.at(x1),
                        "y1", Figures.at(y1),
                        "x2", Figures.at(x2),
                        "y2", Figures.at(y2)));
    }

    void path(String path, Ink ink) {
        shape("path", ink, List.of("d", path));
    }

    /// A path filled like an area, with a border.
    void shape(String path, Fill fill) {
        svg.empty(
                "path",
                concat(List.of("d", path, "fill", fill.paint(id), "fill-rule", "evenodd"), Ink.BORDER.attributes()));
    }

    void marker(Marker marker, double x, double y, Ink ink) {
        path(marker.path(x, y), ink);
    }

    void area(Box box, Fill fill) {
        svg.empty("rect", with(box, List.of("fill", fill.paint(id), "class", fill.look())));
    }

    void bar(Box box, Fill fill) {
        area(box, fill);
        svg.empty("rect", with(box, concat(List.of("fill", "none"), Ink.OUTLINE.attributes())));
    }

    /// A hint that a pointer shows; the table says the same.
    void group(String hint, Runnable shapes) {
        svg.open("g").leaf("title", hint);
        shapes.run();
        svg.close();
    }

    /// Text in one line; cut with an ellipsis where it would leave the picture.
    void text(String text, double x, double y, Anchor anchor, Ink ink) {
        svg.leaf("text", fit(text, x, anchor, ink), concat(place(x, y, anchor), ink.attributes()));
    }

    /// Text over an area gets a white border, or a pattern would make it hard to read.
    void textOnArea(String text, double x, double y, Anchor anchor, Ink ink) {
        var border = List.of("aria-hidden", "true", "font-size", Figures.at(ink.size()), "font-weight", "bold");
        svg.leaf("text", fit(text, x, anchor, ink), concat(concat(place(x, y, anchor), border), Ink.HALO.attributes()));
        text(text, x, y, anchor, ink);
    }

    private String fit(String text, double x, Anchor anchor, Ink ink) {
        var room = switch (anchor) {
            case START -> width - x;
            case MIDDLE -> 2 * Math.min(x, width - x);
            case END -> x;
        };
        return Figures.fit(text, room / ink.size());
    }

    private static List<String> place(double x, double y, Anchor anchor) {
        return List.of("x", Figures.at(x), "y", Figures.at(y), "text-anchor", anchor.word());
    }

    private void shape(String element, Ink ink, List<String> place) {
        svg.empty(element, concat(place, ink.attributes()));
    }

    private static List<String> with(Box box, List<String> more) {
        return concat(
                List.of(
                        "x", Figures.at(box.x()),
                        "y", Figures.at(box.y()),
                        "width", Figures.at(box.width()),
                        "height", Figures.at(box.height())),
                more);
    }

    private static List<String> concat(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    String whole() {
        return svg.close().whole();
    }
}
