package org.tsunagu.charts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Values by day (日々の記録のグラフ): the days stand as far apart as they are, and every value is a point.
///
/// @param item what it shows, also the title
/// @param unit unit as printed; empty for none
/// @param points at most one a day, in any order
public record DayChart(String item, String unit, List<Point> points) {

    private static final double WIDTH = 680;
    private static final double HEIGHT = 260;
    private static final Box PLOT = new Box(58, 40, 590, 170);
    private static final double GAP = 8;
    private static final double PITCH = 18;
    private static final double BASELINE = 4;
    private static final double TITLE_WIDTHS = 45;

    /// A value of a day (1日の値).
    ///
    /// @param shown the day as its reader writes it
    public record Point(LocalDate day, String shown, BigDecimal value) {}

    /// A chart of points in the order of their days.
    ///
    /// @throws IllegalArgumentException if there are none, or two of one day
    public DayChart {
        points = points.stream().sorted(Comparator.comparing(Point::day)).toList();
        if (points.isEmpty()
                || points.stream().map(Point::day).distinct().count() < points.size()) {
            throw new IllegalArgumentException("%d points; one a day, and at least one".formatted(points.size()));
        }
    }

    /// Draws it.
    ///
    /// @param id prefix of the ids inside, unique on the page
    /// @param heading of the column of days
    public Chart draw(String id, String heading, Locale locale) {
        var texts = ChartTexts.in(locale);
        var sentence = sentence(texts);
        var picture = new Picture(id, item, sentence, WIDTH, HEIGHT);
        var scale = Scale.around(points.stream().map(Point::value).toList());
        picture.text(Figures.fit(item, TITLE_WIDTHS), GAP, PITCH, Anchor.START, Ink.TEXT);
        axes(picture, scale);
        line(picture, scale);
        var rows = points.reversed().stream()
                .map(point -> List.of(point.shown(), Figures.shown(point.value())))
                .toList();
        var column = unit.isEmpty() ? item : "%s (%s)".formatted(item, unit);
        return new Chart(picture.whole(), new DataTable(item, List.of(heading, column), rows), sentence);
    }

    private void axes(Picture picture, Scale scale) {
        for (var mark : scale.marks()) {
            var y = scale.place(mark, PLOT.bottom(), PLOT.y());
            picture.line(PLOT.x(), y, PLOT.right(), y, Ink.GRID);
            picture.text(Figures.mark(mark), PLOT.x() - GAP, y + BASELINE, Anchor.END, Ink.SMALL);
        }
        picture.text(unit, GAP, PLOT.y() - GAP, Anchor.START, Ink.SMALL);
        picture.line(PLOT.x(), PLOT.bottom(), PLOT.right(), PLOT.bottom(), Ink.AXIS);
        var below = PLOT.bottom() + PITCH;
        if (points.size() == 1) {
            picture.text(points.getFirst().shown(), x(points.getFirst()), below, Anchor.MIDDLE, Ink.SMALL);
            return;
        }
        picture.text(points.getFirst().shown(), PLOT.x(), below, Anchor.START, Ink.SMALL);
        picture.text(points.getLast().shown(), PLOT.right(), below, Anchor.END, Ink.SMALL);
    }

    private void line(Picture picture, Scale scale) {
        var path = new StringBuilder();
        for (var point : points) {
            path.append(path.isEmpty() ? "M" : " L")
                    .append(Figures.at(x(point)))
                    .append(',')
                    .append(Figures.at(y(point, scale)));
        }
        if (points.size() > 1) {
            picture.path(path.toString(), Ink.LINE);
        }
        for (var point : points) {
            var hint = "%s %s %s".formatted(point.shown(), Figures.shown(point.value()), unit);
            picture.group(
                    hint.strip(), () -> picture.marker(Marker.CIRCLE, x(point), y(point, scale), Ink.POINT));
        }
    }

    private double x(Point point) {
        var days = ChronoUnit.DAYS.between(points.getFirst().day(), points.getLast().day());
        var since = ChronoUnit.DAYS.between(points.getFirst().day(), point.day());
        return days == 0 ? PLOT.x() + PLOT.width() / 2 : PLOT.x() + PLOT.width() * since / days;
    }

    private static double y(Point point, Scale scale) {
        return scale.place(Scale.drawn(point.value()), PLOT.bottom(), PLOT.y());
    }

    private String sentence(ChartTexts texts) {
        var bySize = new ArrayList<>(points);
        bySize.sort(Comparator.comparing(Point::value));
        var facts = Map.of(
                "item", item,
                "first", said(points.getFirst(), texts),
                "last", said(points.getLast(), texts),
                "highest", said(bySize.getLast(), texts),
                "lowest", said(bySize.getFirst(), texts));
        return texts.text(points.size() == 1 ? "years.one" : "years.many", facts);
    }

    private String said(Point point, ChartTexts texts) {
        return texts.text(
                        "years.value",
                        Map.of(
                                "year",
                                point.shown(),
                                "value",
                                Figures.shown(point.value()),
                                "unit",
                                unit,
                                "mark",
                                ""))
                .strip();
    }
}
