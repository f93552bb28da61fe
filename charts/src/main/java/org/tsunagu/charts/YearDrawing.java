package org.tsunagu.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tsunagu.codes.item.ValueState;
import org.tsunagu.codes.time.FiscalYear;

/// Draws a [YearChart] (経年グラフの作図).
final class YearDrawing {

    private static final double WIDTH = 680;
    private static final double HEIGHT = 300;
    private static final Box PLOT = new Box(58, 40, 460, 200);
    private static final double GAP = 8;
    private static final double PITCH = 16;
    private static final double BASELINE = 4;
    private static final double ROOM_FOR_WORDS = 38;
    private static final double SMALL_SIZE = 11;
    private static final double TITLE_WIDTHS = 50;
    private static final double LABEL_WIDTHS = 13;
    private static final List<Ink> LINES = List.of(Ink.LINE, Ink.SECOND_LINE, Ink.THIRD_LINE);
    private static final List<Ink> POINTS = List.of(Ink.POINT, Ink.SECOND_POINT, Ink.THIRD_POINT);
    private static final List<Marker> MARKERS = List.of(Marker.CIRCLE, Marker.SQUARE, Marker.DIAMOND);

    private final YearChart chart;
    private final List<FiscalYear> years;
    private final ChartTexts texts;
    private final Scale scale;

    YearDrawing(YearChart chart, List<FiscalYear> years, ChartTexts texts) {
        this.chart = chart;
        this.years = years;
        this.texts = texts;
        var values = new ArrayList<BigDecimal>();
        chart.lines()
                .forEach(line ->
                        line.readings().forEach(reading -> reading.number().ifPresent(values::add)));
        chart.bands().forEach(band -> values.add(band.cut()));
        this.scale = Scale.around(values);
    }

    String draw(String id, String sentence) {
        var picture =
                new Picture(id, chart.title(), sentence, WIDTH, HEIGHT).define(List.of(Fill.GUIDANCE, Fill.REFERRAL));
        picture.text(Figures.fit(chart.title(), TITLE_WIDTHS), GAP, PITCH, Anchor.START, Ink.TEXT);
        chart.bands().stream().sorted(Comparator.comparing(ReferenceBand::kind)).forEach(band -> area(band, picture));
        axes(picture);
        chart.bands().forEach(band -> limit(band, picture));
        for (var i = 0; i < chart.lines().size(); i++) {
            line(i, picture);
        }
        labels(picture);
        return picture.whole();
    }

    private void area(ReferenceBand band, Picture picture) {
        var cut = y(band.cut());
        var box = band.direction() == ReferenceBand.Direction.HIGH
                ? new Box(PLOT.x(), PLOT.y(), PLOT.width(), cut - PLOT.y())
                : new Box(PLOT.x(), cut, PLOT.width(), PLOT.bottom() - cut);
        picture.area(box, band.kind() == ReferenceBand.Kind.GUIDANCE ? Fill.GUIDANCE : Fill.REFERRAL);
    }

    private void limit(ReferenceBand band, Picture picture) {
        var ink = band.kind() == ReferenceBand.Kind.GUIDANCE ? Ink.GUIDANCE_LIMIT : Ink.REFERRAL_LIMIT;
        picture.line(PLOT.x(), y(band.cut()), PLOT.right(), y(band.cut()), ink);
    }

    private void axes(Picture picture) {
        for (var mark : scale.marks()) {
            var y = scale.place(mark, PLOT.bottom(), PLOT.y());
            picture.line(PLOT.x(), y, PLOT.right(), y, Ink.GRID);
            picture.text(Figures.mark(mark), PLOT.x() - GAP, y + BASELINE, Anchor.END, Ink.SMALL);
        }
        picture.text(Figures.fit(chart.unit(), LABEL_WIDTHS), GAP, PLOT.y() - GAP, Anchor.START, Ink.SMALL);
        picture.line(PLOT.x(), PLOT.bottom(), PLOT.right(), PLOT.bottom(), Ink.AXIS);
        var every = Math.max(1, (int) Math.ceil(years.size() * ROOM_FOR_WORDS / PLOT.width()));
        for (var i = 0; i < years.size(); i += every) {
            var year = texts.year(years.get(i));
            picture.text(year, x(i), PLOT.bottom() + PITCH, Anchor.MIDDLE, Ink.SMALL);
        }
    }

    private void line(int index, Picture picture) {
        var readings = chart.lines().get(index).readings().stream()
                .collect(Collectors.toMap(Reading::year, Function.identity()));
        var path = new StringBuilder();
        var isDown = false;
        for (var i = 0; i < years.size(); i++) {
            var number = Optional.ofNullable(readings.get(years.get(i))).flatMap(Reading::number);
            if (number.isPresent()) {
                path.append(isDown ? " L" : " M").append(Figures.at(x(i))).append(',');
                path.append(Figures.at(y(number.get())));
            }
            isDown = number.isPresent();
        }
        if (!path.isEmpty()) {
            picture.path(path.toString().strip(), LINES.get(index));
        }
        IntStream.range(0, years.size())
                .forEach(i -> Optional.ofNullable(readings.get(years.get(i)))
                        .ifPresentOrElse(
                                reading -> point(index, i, reading, picture),
                                () -> word(index, i, texts.text("no_checkup_short"), picture)));
    }

    private void point(int index, int year, Reading reading, Picture picture) {
        var hint = "%s %s %s".formatted(texts.year(reading.year()), YearChart.cell(reading, texts), chart.unit());
        picture.group(hint.strip(), () -> mark(index, year, reading, picture));
    }

    private void mark(int index, int year, Reading reading, Picture picture) {
        var state = reading.value().state();
        var number = reading.number();
        var ink = POINTS.get(index);
        switch (state) {
            case ABOVE_RANGE ->
                picture.marker(Marker.UP, x(year), number.map(this::y).orElse(PLOT.y() + GAP), ink);
            case BELOW_RANGE ->
                picture.marker(Marker.DOWN, x(year), number.map(this::y).orElse(PLOT.bottom() - GAP), ink);
            default ->
                picture.marker(
                        number.isPresent() ? MARKERS.get(index) : Marker.CROSS,
                        x(year),
                        number.map(this::y).orElse(PLOT.bottom() - GAP),
                        number.isPresent() ? ink : Ink.CROSS);
        }
        number.filter(value -> index == 0 && hasRoom()).ifPresent(value -> value(value, year, picture));
        if (state != ValueState.MEASURED) {
            word(index, year, texts.text("short." + state.word()), picture);
        }
    }

    private void value(BigDecimal value, int year, Picture picture) {
        var above = y(value) - GAP - 2;
        var place = above < PLOT.y() + PITCH ? y(value) + PITCH + BASELINE : above;
        picture.textOnArea(Figures.shown(value), x(year), place, Anchor.MIDDLE, Ink.VALUE);
    }

    /// Under the year stands why there is no plain value; only for the person's own line.
    private void word(int index, int year, String word, Picture picture) {
        if (index == 0 && hasRoom()) {
            var widths = PLOT.width() / years.size() / SMALL_SIZE;
            picture.text(
                    Figures.fit(word, Math.max(widths, 2)),
                    x(year),
                    PLOT.bottom() + 2 * PITCH,
                    Anchor.MIDDLE,
                    Ink.SMALL);
        }
    }

    private boolean hasRoom() {
        return years.size() * ROOM_FOR_WORDS <= PLOT.width();
    }

    /// At the right end: what the areas mean, and which line is which; moved apart where they would overlap.
    private void labels(Picture picture) {
        var labels = new ArrayList<Label>();
        chart.bands().forEach(band -> {
            var room = band.direction() == ReferenceBand.Direction.HIGH ? 0 : 2 * BASELINE;
            labels.add(new Label(chart.bandName(band, texts), y(band.cut()) + room));
        });
        if (chart.lines().size() > 1) {
            chart.lines().forEach(line -> last(line).ifPresent(y -> labels.add(new Label(line.name(), y + BASELINE))));
        }
        labels.sort(Comparator.comparingDouble(Label::y));
        var lowest = PLOT.y();
        for (var label : labels) {
            var y = Math.max(label.y(), lowest);
            picture.text(Figures.fit(label.text(), LABEL_WIDTHS), PLOT.right() + GAP, y, Anchor.START, Ink.SMALL);
            lowest = y + PITCH;
        }
    }

    private Optional<Double> last(Line line) {
        return line.readings().stream()
                .filter(reading -> reading.number().isPresent())
                .max(Comparator.comparing(Reading::year))
                .flatMap(Reading::number)
                .map(this::y);
    }

    private record Label(String text, double y) {}

    private double x(int year) {
        return PLOT.x() + PLOT.width() * (year + 0.5) / years.size();
    }

    private double y(BigDecimal value) {
        return scale.place(Scale.drawn(value), PLOT.bottom(), PLOT.y());
    }
}
