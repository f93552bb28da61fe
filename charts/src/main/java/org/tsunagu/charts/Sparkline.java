package org.tsunagu.charts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A line as small as a word (ミニ折れ線), for a row of a list: the direction at a glance, the last value as a point.
///
/// @param name what it shows
/// @param labels name of each place, such as a year
/// @param values in order; none is a gap
public record Sparkline(String name, List<String> labels, List<Optional<BigDecimal>> values) {

    private static final Box PLOT = new Box(7, 7, 106, 18);
    private static final double WIDTH = 120;
    private static final double HEIGHT = 32;

    /// A line with one label a value.
    ///
    /// @throws IllegalArgumentException if there are more or fewer labels than values
    public Sparkline {
        labels = List.copyOf(labels);
        values = List.copyOf(values);
        if (labels.size() != values.size()) {
            throw new IllegalArgumentException("%d labels, %d values".formatted(labels.size(), values.size()));
        }
    }

    /// Draws it.
    ///
    /// @param id prefix of the ids inside, unique on the page
    public Chart draw(String id, Locale locale) {
        var texts = ChartTexts.in(locale);
        var sentence = sentence(texts);
        var picture = new Picture(id, name, sentence, WIDTH, HEIGHT);
        var scale = Scale.around(values.stream().flatMap(Optional::stream).toList());
        var path = path(scale);
        if (!path.isEmpty()) {
            picture.path(path, Ink.LINE);
        }
        last().ifPresent(i -> picture.marker(
                Marker.CIRCLE, x(i), values.get(i).map(value -> y(value, scale)).orElseThrow(), Ink.POINT));
        var rows = IntStream.range(0, labels.size())
                .mapToObj(i -> List.of(labels.get(i), GroupedBars.shown(values.get(i), texts)))
                .toList();
        return new Chart(
                picture.whole(), new DataTable(name, List.of(texts.text("heading.year"), name), rows), sentence);
    }

    private String path(Scale scale) {
        var path = new StringBuilder();
        var isDown = false;
        for (var i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value.isPresent()) {
                path.append(isDown ? " L" : " M").append(Figures.at(x(i))).append(',');
                path.append(Figures.at(y(value.get(), scale)));
            }
            isDown = value.isPresent();
        }
        return path.toString().strip();
    }

    private Optional<Integer> last() {
        for (var i = values.size() - 1; i >= 0; i--) {
            if (values.get(i).isPresent()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private double x(int index) {
        return values.size() == 1 ? PLOT.x() + PLOT.width() / 2 : PLOT.x() + PLOT.width() * index / (values.size() - 1);
    }

    private static double y(BigDecimal value, Scale scale) {
        return scale.place(Scale.drawn(value), PLOT.bottom(), PLOT.y());
    }

    private String sentence(ChartTexts texts) {
        var first = values.stream().flatMap(Optional::stream).findFirst();
        return first.map(value -> texts.text(
                        "spark.sentence",
                        Map.of(
                                "name", name,
                                "first", Figures.shown(value),
                                "last",
                                        last().flatMap(values::get)
                                                .map(Figures::shown)
                                                .orElseThrow())))
                .orElseGet(() -> texts.text("years.none", Map.of("item", name)));
    }
}
