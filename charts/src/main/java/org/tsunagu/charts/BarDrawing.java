package org.tsunagu.charts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Draws [GroupedBars] (棒グラフの作図).
final class BarDrawing {

    private static final double LEFT = 64;
    private static final double TOP = 62;
    private static final double PLOT_HEIGHT = 200;
    private static final double HEIGHT = 300;
    private static final double LEAST_WIDTH = 480;
    private static final double BAR = 30;
    private static final double BETWEEN = 20;
    private static final double GAP = 8;
    private static final double PITCH = 16;
    private static final double BASELINE = 4;
    private static final double SIZE = 12;
    private static final double SWATCH = 18;

    private final GroupedBars bars;
    private final ChartTexts texts;
    private final Scale scale;
    private final Box plot;

    BarDrawing(GroupedBars bars, ChartTexts texts) {
        this.bars = bars;
        this.texts = texts;
        this.scale = Scale.fromZero(bars.series().stream()
                .flatMap(one -> one.values().stream())
                .flatMap(Optional::stream)
                .toList());
        var group = bars.series().size() * BAR + BETWEEN;
        var width = Math.max(bars.categories().size() * group, LEAST_WIDTH - LEFT - GAP);
        this.plot = new Box(LEFT, TOP, width, PLOT_HEIGHT);
    }

    String draw(String id, String sentence) {
        var width = plot.right() + GAP;
        var picture = new Picture(id, bars.title(), sentence, width, HEIGHT).define(Fill.PARTS);
        picture.text(Figures.fit(bars.title(), width / SIZE - 2), GAP, PITCH, Anchor.START, Ink.TEXT);
        legend(picture);
        axes(picture);
        for (var i = 0; i < bars.categories().size(); i++) {
            group(i, picture);
        }
        picture.line(plot.x(), plot.bottom(), plot.right(), plot.bottom(), Ink.AXIS);
        return picture.whole();
    }

    /// In the order of the bars; a single series needs none.
    private void legend(Picture picture) {
        if (bars.series().size() == 1) {
            return;
        }
        var room = (plot.right() - plot.x()) / bars.series().size();
        for (var i = 0; i < bars.series().size(); i++) {
            var x = plot.x() + i * room;
            picture.bar(new Box(x, 2 * PITCH - SIZE, SWATCH, SIZE), Fill.PARTS.get(i));
            var name = Figures.fit(bars.series().get(i).name(), (room - SWATCH - 2 * GAP) / SIZE);
            picture.text(name, x + SWATCH + GAP, 2 * PITCH - 2, Anchor.START, Ink.TEXT);
        }
    }

    private void axes(Picture picture) {
        for (var mark : scale.marks()) {
            var y = scale.place(mark, plot.bottom(), plot.y());
            picture.line(plot.x(), y, plot.right(), y, Ink.GRID);
            picture.text(Figures.mark(mark), plot.x() - GAP, y + BASELINE, Anchor.END, Ink.SMALL);
        }
        picture.text(Figures.fit(bars.unit(), GAP), GAP, plot.y() - GAP, Anchor.START, Ink.SMALL);
    }

    private void group(int category, Picture picture) {
        var room = plot.width() / bars.categories().size();
        var middle = plot.x() + (category + 0.5) * room;
        var name = bars.categories().get(category);
        picture.text(Figures.fit(name, room / SIZE), middle, plot.bottom() + PITCH, Anchor.MIDDLE, Ink.SMALL);
        var left = middle - bars.series().size() * BAR / 2;
        for (var i = 0; i < bars.series().size(); i++) {
            var series = bars.series().get(i);
            var value = series.values().get(category);
            var x = left + i * BAR;
            var fill = Fill.PARTS.get(i);
            var hint = List.of(name, series.name(), GroupedBars.shown(value, texts));
            picture.group(String.join(" ", hint), () -> bar(value, x, fill, picture));
        }
    }

    private void bar(Optional<BigDecimal> value, double x, Fill fill, Picture picture) {
        var top = value.map(number -> scale.place(Scale.drawn(number), plot.bottom(), plot.y()))
                .orElse(plot.bottom());
        if (value.isPresent()) {
            picture.bar(new Box(x + 2, top, BAR - BASELINE, plot.bottom() - top), fill);
        }
        var label = Figures.fit(GroupedBars.shown(value, texts), BAR / SIZE * 2);
        picture.text(label, x + BAR / 2, top - BASELINE, Anchor.MIDDLE, Ink.SMALL);
    }
}
