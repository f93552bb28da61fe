package org.tsunagu.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Bars side by side (棒グラフ), such as sex within age: they start at zero, each with its value, told apart by pattern.
///
/// @param title states the finding
/// @param axis what the categories are, the heading of the first column of the table
/// @param unit unit of the values; empty for none
/// @param categories names of the groups, from left to right
/// @param series at most three, each with one value a category
public record GroupedBars(String title, String axis, String unit, List<String> categories, List<Series> series) {

    private static final int MOST_SERIES = 3;

    /// Bars of one to three series.
    ///
    /// @throws IllegalArgumentException for another count, a series of another length, or a value below zero
    public GroupedBars {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        if (series.isEmpty() || series.size() > MOST_SERIES) {
            throw new IllegalArgumentException("%d series; one to three can be told apart".formatted(series.size()));
        }
        for (var one : series) {
            if (one.values().size() != categories.size()) {
                throw new IllegalArgumentException("series %s: one value a category".formatted(one.name()));
            }
            if (one.values().stream().flatMap(Optional::stream).anyMatch(value -> value.signum() < 0)) {
                throw new IllegalArgumentException("series %s: bars start at zero".formatted(one.name()));
            }
        }
    }

    /// Draws them.
    ///
    /// @param id prefix of the ids inside, unique on the page
    public Chart draw(String id, Locale locale) {
        var texts = ChartTexts.in(locale);
        var sentence = sentence(texts);
        return new Chart(new BarDrawing(this, texts).draw(id, sentence), table(texts), sentence);
    }

    private DataTable table(ChartTexts texts) {
        var headings = new ArrayList<>(List.of(axis));
        series.forEach(one -> headings.add(unit.isEmpty() ? one.name() : one.name() + " (" + unit + ")"));
        var rows = IntStream.range(0, categories.size())
                .mapToObj(i -> {
                    var cells = new ArrayList<>(List.of(categories.get(i)));
                    series.forEach(one -> cells.add(shown(one.values().get(i), texts)));
                    return List.<String>copyOf(cells);
                })
                .toList();
        return new DataTable(title, headings, rows);
    }

    static String shown(Optional<BigDecimal> value, ChartTexts texts) {
        return value.map(Figures::shown).orElse(texts.text("hidden"));
    }

    private String sentence(ChartTexts texts) {
        var all = series.stream()
                .flatMap(one -> IntStream.range(0, categories.size())
                        .mapToObj(i -> one.values().get(i).map(value -> new Named(name(one, i, texts), value))))
                .flatMap(Optional::stream)
                .toList();
        if (all.isEmpty()) {
            return texts.text("bars.none", Map.of("title", title));
        }
        var highest = all.stream().max(Comparator.comparing(Named::value)).orElseThrow();
        var lowest = all.stream().min(Comparator.comparing(Named::value)).orElseThrow();
        return texts.text(
                "bars.sentence",
                Map.of(
                        "highest",
                        highest.name(),
                        "most",
                        Figures.shown(highest.value()) + unit,
                        "lowest",
                        lowest.name(),
                        "least",
                        Figures.shown(lowest.value()) + unit));
    }

    private String name(Series one, int category, ChartTexts texts) {
        return series.size() == 1
                ? categories.get(category)
                : texts.text("bars.name", Map.of("category", categories.get(category), "series", one.name()));
    }

    private record Named(String name, BigDecimal value) {}
}
