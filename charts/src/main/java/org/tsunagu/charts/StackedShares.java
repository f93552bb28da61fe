package org.tsunagu.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Shares of a whole (割合の帯グラフ): one bar a group, all equally long, each with its number of people.
///
/// @param title states the finding
/// @param axis what the bars are, the heading of the first column of the table
/// @param parts names of the parts, at most five
/// @param bars one count a part
public record StackedShares(String title, String axis, List<String> parts, List<Share> bars) {

    private static final double LEFT = 130;
    private static final double LENGTH = 440;
    private static final double COUNT = 80;
    private static final double TOP = 50;
    private static final double PITCH = 34;
    private static final double THICKNESS = 24;
    private static final double BASELINE = 17;
    private static final double LINE = 16;
    private static final double GAP = 8;
    private static final double SIZE = 12;
    private static final double ROOM_FOR_SHARE = 44;

    /// Shares of one to five parts.
    ///
    /// @throws IllegalArgumentException for another count of parts, or a bar without one count, 0 or more, a part
    public StackedShares {
        parts = List.copyOf(parts);
        bars = List.copyOf(bars);
        if (parts.isEmpty() || parts.size() > Fill.PARTS.size()) {
            throw new IllegalArgumentException("%d parts; one to five can be told apart".formatted(parts.size()));
        }
        for (var bar : bars) {
            if (bar.counts().size() != parts.size() || bar.counts().stream().anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException("bar %s: one count a part, none below 0".formatted(bar.name()));
            }
        }
    }

    /// Draws them.
    ///
    /// @param id prefix of the ids inside, unique on the page
    public Chart draw(String id, Locale locale) {
        var texts = ChartTexts.in(locale);
        var sentence = sentence(texts);
        var width = LEFT + LENGTH + COUNT;
        var picture = new Picture(id, title, sentence, width, TOP + bars.size() * PITCH).define(Fill.PARTS);
        picture.text(Figures.fit(title, width / SIZE - 2), GAP, LINE, Anchor.START, Ink.TEXT);
        legend(picture);
        for (var i = 0; i < bars.size(); i++) {
            bar(bars.get(i), TOP + i * PITCH, picture);
        }
        return new Chart(picture.whole(), table(texts), sentence);
    }

    private void legend(Picture picture) {
        var room = (LEFT + LENGTH + COUNT - 2 * GAP) / parts.size();
        for (var i = 0; i < parts.size(); i++) {
            var x = GAP + i * room;
            picture.bar(new Box(x, 2 * LINE - SIZE + 2, LINE, SIZE), Fill.PARTS.get(i));
            var name = Figures.fit(parts.get(i), (room - LINE - 2 * GAP) / SIZE);
            picture.text(name, x + LINE + GAP / 2, 2 * LINE, Anchor.START, Ink.SMALL);
        }
    }

    private void bar(Share bar, double y, Picture picture) {
        picture.text(Figures.fit(bar.name(), (LEFT - GAP) / SIZE - 1), LEFT - GAP, y + BASELINE, Anchor.END, Ink.TEXT);
        picture.text(Numbers.count(bar.total()), LEFT + LENGTH + GAP, y + BASELINE, Anchor.START, Ink.SMALL);
        var whole = Math.max(bar.total(), 1);
        var before = 0L;
        for (var i = 0; i < parts.size(); i++) {
            var count = bar.counts().get(i);
            var box = new Box(LEFT + LENGTH * before / whole, y, LENGTH * count / whole, THICKNESS);
            var fill = Fill.PARTS.get(i);
            var share = Numbers.percent(count, bar.total());
            if (count > 0) {
                picture.group(
                        "%s %s %s".formatted(bar.name(), parts.get(i), share), () -> part(box, fill, share, picture));
            }
            before += count;
        }
    }

    private static void part(Box box, Fill fill, String share, Picture picture) {
        picture.bar(box, fill);
        if (box.width() >= ROOM_FOR_SHARE) {
            picture.textOnArea(share, box.x() + box.width() / 2, box.y() + BASELINE, Anchor.MIDDLE, Ink.VALUE);
        }
    }

    private DataTable table(ChartTexts texts) {
        var headings = new ArrayList<>(List.of(axis));
        parts.forEach(part -> headings.addAll(List.of(part, texts.text("heading.share", Map.of("part", part)))));
        headings.add(texts.text("heading.total"));
        return new DataTable(title, headings, bars.stream().map(this::row).toList());
    }

    private List<String> row(Share bar) {
        var cells = new ArrayList<>(List.of(bar.name()));
        bar.counts().forEach(count -> cells.addAll(List.of(Numbers.count(count), Numbers.percent(count, bar.total()))));
        cells.add(Numbers.count(bar.total()));
        return cells;
    }

    private String sentence(ChartTexts texts) {
        var said = bars.stream().map(bar -> sentence(bar, texts)).toList();
        return said.isEmpty() ? texts.text("bars.none", Map.of("title", title)) : String.join("", said);
    }

    private String sentence(Share bar, ChartTexts texts) {
        var shares = IntStream.range(0, parts.size())
                .mapToObj(i -> parts.get(i) + " " + Numbers.percent(bar.counts().get(i), bar.total()))
                .toList();
        return texts.text(
                "shares.bar",
                Map.of(
                        "name", bar.name(),
                        "total", Numbers.count(bar.total()),
                        "shares", String.join(texts.text("separator"), shares)));
    }
}
