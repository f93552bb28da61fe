package org.tsunagu.charts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// People by age and sex, the youngest below (人口ピラミッド): bars to the left and to the right of the ages.
///
/// @param title states what is shown
/// @param axis what the bands are, the heading of the first column of the table
/// @param bands names from the youngest to the oldest
/// @param left one value a band, `right` likewise
public record Pyramid(String title, String axis, String unit, List<String> bands, Series left, Series right) {

    private static final double WIDTH = 600;
    private static final double TOP = 62;
    private static final double PITCH = 22;
    private static final double BAR = 16;
    private static final double MIDDLE = 64;
    private static final double GAP = 8;
    private static final double LINE = 16;
    private static final double SIZE = 12;
    private static final double NUMBER = 48;
    private static final double BASELINE = 12;

    /// Refuses a side of another length.
    public Pyramid {
        bands = List.copyOf(bands);
        if (left.values().size() != bands.size() || right.values().size() != bands.size()) {
            throw new IllegalArgumentException("both sides need one value a band");
        }
    }

    /// Draws it.
    ///
    /// @param id prefix of the ids inside, unique on the page
    public Chart draw(String id, Locale locale) {
        var texts = ChartTexts.in(locale);
        // The same figures, table and sentence as bars side by side.
        var same = new GroupedBars(title, axis, unit, bands, List.of(left, right)).draw(id, locale);
        var picture =
                new Picture(id, title, same.sentence(), WIDTH, TOP + bands.size() * PITCH + GAP).define(Fill.PARTS);
        picture.text(Figures.fit(title, WIDTH / SIZE - 2), GAP, LINE, Anchor.START, Ink.TEXT);
        var centre = WIDTH / 2;
        picture.text(left.name(), centre - MIDDLE / 2, TOP - GAP, Anchor.END, Ink.TEXT);
        picture.text(right.name(), centre + MIDDLE / 2, TOP - GAP, Anchor.START, Ink.TEXT);
        var scale = Scale.fromZero(Stream.of(left, right)
                .flatMap(series -> series.values().stream())
                .flatMap(Optional::stream)
                .toList());
        IntStream.range(0, bands.size()).forEach(i -> {
            var y = TOP + (bands.size() - 1 - i) * PITCH;
            picture.text(bands.get(i), centre, y + BASELINE, Anchor.MIDDLE, Ink.SMALL);
            bar(bands.get(i), left, i, y, true, scale, picture, texts);
            bar(bands.get(i), right, i, y, false, scale, picture, texts);
        });
        return new Chart(picture.whole(), same.table(), same.sentence());
    }

    private static void bar(
            String band,
            Series series,
            int index,
            double y,
            boolean isLeft,
            Scale scale,
            Picture picture,
            ChartTexts texts) {
        var value = series.values().get(index);
        var room = (WIDTH - MIDDLE) / 2 - NUMBER - GAP;
        var length =
                value.map(number -> scale.place(Scale.drawn(number), 0, room)).orElse(0.0);
        var start = WIDTH / 2 + (isLeft ? -MIDDLE / 2 - length : MIDDLE / 2);
        var end = isLeft ? start - GAP / 2 : start + length + GAP / 2;
        var shown = GroupedBars.shown(value, texts);
        picture.group("%s %s %s".formatted(band, series.name(), shown), () -> {
            if (value.isPresent()) {
                picture.bar(new Box(start, y, length, BAR), isLeft ? Fill.STRONG : Fill.HATCHED);
            }
            picture.text(shown, end, y + BASELINE, isLeft ? Anchor.END : Anchor.START, Ink.SMALL);
        });
    }
}
