package org.tsunagu.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Places by their size, with the limits within which chance alone keeps them (ファネルプロット), instead of a
/// league table.
///
/// @param title states what is shown
/// @param names what the places are, the heading of the first column of the table
/// @param sizes what the size is: persons, expected number
/// @param unit unit of the values; empty for none
/// @param middle the value of all together, or of the reference
public record FunnelPlot(
        String title, String names, String sizes, String unit, double middle, List<Limit> limits, List<Dot> dots) {

    private static final Box PLOT = new Box(64, 56, 520, 260);
    private static final double WIDTH = 600;
    private static final double HEIGHT = 372;
    private static final double GAP = 8;
    private static final double LINE = 16;
    private static final double BASELINE = 4;
    private static final double SIZE = 12;
    private static final double SWATCH = 26;
    private static final int MOST_NAMES = 8;
    private static final double NAME = 7;

    /// Copies the lists.
    ///
    /// @throws IllegalArgumentException if a place has no size
    public FunnelPlot {
        limits = List.copyOf(limits);
        dots = List.copyOf(dots);
        for (var dot : dots) {
            if (dot.size().signum() <= 0) {
                throw new IllegalArgumentException("place %s has the size %s".formatted(dot.name(), dot.size()));
            }
        }
    }

    /// Draws it.
    ///
    /// @param id prefix of the ids inside, unique on the page
    public Chart draw(String id, Locale locale) {
        var texts = ChartTexts.in(locale);
        var sentence = sentence(texts);
        var picture = new Picture(id, title, sentence, WIDTH, HEIGHT);
        var across = Scale.fromZero(dots.stream().map(Dot::size).toList());
        var up = Scale.around(heights());
        picture.text(Figures.fit(title, WIDTH / SIZE - 2), GAP, LINE, Anchor.START, Ink.TEXT);
        legend(picture, texts);
        axes(picture, across, up);
        for (var limit : limits) {
            limit(limit, picture, across, up);
        }
        var level = up.place(middle, PLOT.bottom(), PLOT.y());
        picture.line(PLOT.x(), level, PLOT.right(), level, Ink.MIDDLE);
        dots(picture, across, up);
        return new Chart(picture.whole(), table(texts), sentence);
    }

    /// All values, and the inner limits: what lies beyond the outer ones is seen anyway.
    private List<BigDecimal> heights() {
        var heights = new ArrayList<>(dots.stream().map(Dot::value).toList());
        heights.add(BigDecimal.valueOf(middle));
        limits.stream()
                .filter(limit -> !limit.isOuter())
                .flatMap(limit -> limit.points().stream())
                .forEach(point -> heights.add(BigDecimal.valueOf(point.value())));
        return heights;
    }

    private static void legend(Picture picture, ChartTexts texts) {
        var x = PLOT.x();
        for (var entry :
                List.of(Map.entry("funnel.inner", Ink.SECOND_LINE), Map.entry("funnel.outer", Ink.THIRD_LINE))) {
            picture.line(x, 2 * LINE, x + SWATCH, 2 * LINE, entry.getValue());
            var words = texts.text(entry.getKey());
            picture.text(words, x + SWATCH + GAP / 2, 2 * LINE + BASELINE, Anchor.START, Ink.SMALL);
            x += SWATCH + Figures.width(words) * SIZE + 2 * GAP;
        }
    }

    private void axes(Picture picture, Scale across, Scale up) {
        for (var mark : up.marks()) {
            var y = up.place(mark, PLOT.bottom(), PLOT.y());
            picture.line(PLOT.x(), y, PLOT.right(), y, Ink.GRID);
            picture.text(Figures.mark(mark), PLOT.x() - GAP, y + BASELINE, Anchor.END, Ink.SMALL);
        }
        for (var mark : across.marks()) {
            var x = across.place(mark, PLOT.x(), PLOT.right());
            picture.line(x, PLOT.bottom(), x, PLOT.bottom() + BASELINE, Ink.AXIS);
            picture.text(Figures.mark(mark), x, PLOT.bottom() + LINE, Anchor.MIDDLE, Ink.SMALL);
        }
        picture.line(PLOT.x(), PLOT.bottom(), PLOT.right(), PLOT.bottom(), Ink.AXIS);
        picture.text(Figures.fit(unit, GAP), GAP, PLOT.y() - GAP, Anchor.START, Ink.SMALL);
        picture.text(sizes, PLOT.x() + PLOT.width() / 2, PLOT.bottom() + 2 * LINE, Anchor.MIDDLE, Ink.SMALL);
    }

    /// Broken where it leaves the picture.
    private static void limit(Limit limit, Picture picture, Scale across, Scale up) {
        var path = new StringBuilder();
        var isDown = false;
        for (var point : limit.points()) {
            var isInside = point.value() >= up.low() && point.value() <= up.high();
            if (isInside) {
                path.append(isDown ? " L" : " M")
                        .append(Figures.at(across.place(point.size(), PLOT.x(), PLOT.right())))
                        .append(',')
                        .append(Figures.at(up.place(point.value(), PLOT.bottom(), PLOT.y())));
            }
            isDown = isInside;
        }
        if (!path.isEmpty()) {
            picture.path(path.toString().strip(), limit.isOuter() ? Ink.THIRD_LINE : Ink.SECOND_LINE);
        }
    }

    private void dots(Picture picture, Scale across, Scale up) {
        var named = dots.stream()
                .filter(dot -> dot.standing() == Dot.Standing.FAR_OUTSIDE)
                .sorted(Comparator.comparing(Dot::size).reversed())
                .limit(MOST_NAMES)
                .toList();
        for (var dot : dots) {
            var x = across.place(Scale.drawn(dot.size()), PLOT.x(), PLOT.right());
            var y = up.place(Scale.drawn(dot.value()), PLOT.bottom(), PLOT.y());
            var hint = "%s %s%s %s".formatted(dot.name(), Figures.shown(dot.value()), unit, dot.words());
            picture.group(hint, () -> {
                switch (dot.standing()) {
                    case INSIDE -> picture.marker(Marker.CIRCLE, x, y, Ink.POINT);
                    case OUTSIDE -> picture.marker(Marker.SQUARE, x, y, Ink.SECOND_POINT);
                    case FAR_OUTSIDE -> picture.marker(Marker.DIAMOND, x, y, Ink.SECOND_POINT);
                }
            });
            if (named.contains(dot)) {
                var isRight = x > PLOT.x() + PLOT.width() / 2;
                picture.textOnArea(
                        Figures.fit(dot.name(), NAME * 2),
                        isRight ? x - GAP : x + GAP,
                        y + BASELINE,
                        isRight ? Anchor.END : Anchor.START,
                        Ink.VALUE);
            }
        }
    }

    private DataTable table(ChartTexts texts) {
        return new DataTable(
                title,
                List.of(
                        names,
                        sizes,
                        unit.isEmpty() ? texts.text("heading.value") : texts.text("heading.value") + " (" + unit + ")",
                        texts.text("heading.standing")),
                dots.stream()
                        .map(dot ->
                                List.of(dot.name(), Figures.shown(dot.size()), Figures.shown(dot.value()), dot.words()))
                        .toList());
    }

    private String sentence(ChartTexts texts) {
        var beyond = dots.stream()
                .filter(dot -> dot.standing() != Dot.Standing.INSIDE)
                .count();
        return texts.text(
                dots.isEmpty() ? "bars.none" : "funnel.sentence",
                Map.of(
                        "title",
                        title,
                        "places",
                        Numbers.count(dots.size()),
                        "beyond",
                        Numbers.count(beyond),
                        "names",
                        names));
    }
}
