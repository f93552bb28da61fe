package org.tsunagu.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tsunagu.codes.item.ValueState;
import org.tsunagu.codes.time.FiscalYear;

/// One checkup item over the years (経年グラフ): lines with reference areas named in words; a year without a value is a
/// gap, and the word under its year says why.
///
/// @param title states the finding, or at least the item
/// @param item name of the item, for the table and the sentence
/// @param unit unit as printed; empty for none
/// @param lines the first is the person's own; at most three
/// @param bands official values in force at the last checkup
public record YearChart(String title, String item, String unit, List<Line> lines, List<ReferenceBand> bands) {

    private static final int MOST_LINES = 3;

    /// A chart of one to three lines.
    ///
    /// @throws IllegalArgumentException if there are none or more, or a line has two readings of one year
    public YearChart {
        lines = List.copyOf(lines);
        bands = List.copyOf(bands);
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("%d lines; one to three can be told apart".formatted(lines.size()));
        }
        for (var line : lines) {
            if (line.readings().stream().map(Reading::year).distinct().count()
                    < line.readings().size()) {
                throw new IllegalArgumentException("line %s: two readings of one year".formatted(line.name()));
            }
        }
    }

    /// Draws it.
    ///
    /// @param id prefix of the ids inside, unique on the page
    public Chart draw(String id, Locale locale) {
        var texts = ChartTexts.in(locale);
        var years = years();
        var sentence = sentence(texts);
        var svg = new YearDrawing(this, years, texts).draw(id, sentence);
        return new Chart(svg, table(years, texts), sentence);
    }

    /// Every year from the first reading to the last, those without a checkup too.
    private List<FiscalYear> years() {
        var read = lines.stream()
                .flatMap(line -> line.readings().stream())
                .mapToInt(reading -> reading.year().year())
                .summaryStatistics();
        return read.getCount() == 0
                ? List.of()
                : Stream.iterate(read.getMin(), year -> year <= read.getMax(), year -> year + 1)
                        .map(FiscalYear::new)
                        .toList();
    }

    private DataTable table(List<FiscalYear> years, ChartTexts texts) {
        var headings = new ArrayList<>(List.of(texts.text("heading.year")));
        lines.forEach(line -> headings.add(unit.isEmpty() ? line.name() : line.name() + " (" + unit + ")"));
        var rows = years.stream().map(year -> row(year, texts)).toList();
        return new DataTable(title, headings, rows);
    }

    private List<String> row(FiscalYear year, ChartTexts texts) {
        var cells = new ArrayList<>(List.of(texts.year(year)));
        lines.forEach(line -> cells.add(line.readings().stream()
                .filter(reading -> reading.year().equals(year))
                .findFirst()
                .map(reading -> cell(reading, texts))
                .orElse(texts.text("no_checkup"))));
        return cells;
    }

    /// What stands in the table and beside the point: the number, with the mark in words where there is one.
    static String cell(Reading reading, ChartTexts texts) {
        var value = reading.value();
        return switch (value.state()) {
            case MEASURED -> value.text().isEmpty() ? texts.text("no_checkup") : value.text();
            case ABOVE_RANGE, BELOW_RANGE -> (value.text() + " " + texts.state(value.state())).strip();
            default -> texts.state(value.state());
        };
    }

    private String sentence(ChartTexts texts) {
        var measured = lines.getFirst().readings().stream()
                .filter(reading -> reading.number().isPresent())
                .sorted(Comparator.comparing(Reading::year))
                .toList();
        if (measured.isEmpty()) {
            return texts.text("years.none", Map.of("item", item));
        }
        Comparator<Reading> bySize =
                Comparator.comparing(reading -> reading.number().orElseThrow());
        var facts = Map.of(
                "item", item,
                "first", said(measured.getFirst(), texts),
                "last", said(measured.getLast(), texts),
                "highest", said(measured.stream().max(bySize).orElseThrow(), texts),
                "lowest", said(measured.stream().min(bySize).orElseThrow(), texts));
        return texts.text(measured.size() == 1 ? "years.one" : "years.many", facts)
                + String.join(
                        "",
                        bands.stream().map(band -> bandSentence(band, texts)).toList());
    }

    private String said(Reading reading, ChartTexts texts) {
        var state = reading.value().state();
        var mark = state == ValueState.MEASURED ? "" : texts.state(state);
        return texts.text(
                        "years.value",
                        Map.of(
                                "year",
                                texts.year(reading.year()),
                                "value",
                                reading.value().text(),
                                "unit",
                                unit,
                                "mark",
                                mark))
                .strip();
    }

    private String bandSentence(ReferenceBand band, ChartTexts texts) {
        return texts.text("years.band", Map.of("band", bandName(band, texts)));
    }

    String bandName(ReferenceBand band, ChartTexts texts) {
        return texts.text(
                "band." + band.kind().name(),
                Map.of("cut", Figures.shown(band.cut()), "op", texts.text("op." + band.operator())));
    }
}
