package org.tsunagu.cli.count;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.measures.Measure;
import org.tsunagu.measures.Measures;
import org.tsunagu.measures.count.Engine;
import org.tsunagu.measures.count.Figure;

/// Figures as rows of a CSV (集計値の行): what was counted, for whom, numerator, denominator, value and unit.
///
/// @param by strata asked for; empty: those of each measure's catalogue row
public record FigureRows(Locale language, List<String> by) {

    private static final String YEAR = "fiscal_year";

    /// Writes the heading and the figures of some measures. A row has a cell for every stratum that one of them is
    /// shown by, empty where it is not.
    public void write(Engine engine, List<Measure> measures, CsvBytes csv) {
        var strata = measures.stream()
                .flatMap(measure -> shownBy(measure).stream())
                .distinct()
                .sorted((a, b) -> Integer.compare(Measure.STRATA.indexOf(a), Measure.STRATA.indexOf(b)))
                .toList();
        csv.cell("measure").cell("title");
        strata.forEach(csv::cell);
        for (var heading : List.of("dimension", "dimension_value", "part", "whole", "value", "unit", "certainty")) {
            csv.cell(heading);
        }
        csv.endRow();
        for (var measure : measures) {
            for (var figure : engine.count(measure, shownBy(measure))) {
                row(measure, strata, figure, csv);
            }
        }
    }

    private List<String> shownBy(Measure measure) {
        if (by.isEmpty()) {
            return measure.shownBy();
        }
        return isSplitByYear(measure)
                ? Stream.concat(Stream.of(YEAR), by.stream()).toList()
                : by;
    }

    /// Whether the year is added to the strata asked for: a number of people is that of one year, and over several
    /// years the same people would be counted again and again. In a ratio they stand above and below.
    public boolean isSplitByYear(Measure measure) {
        return measure.isCount() && !by.isEmpty() && !by.contains(YEAR);
    }

    private void row(Measure measure, List<String> strata, Figure figure, CsvBytes csv) {
        var shown = shownBy(measure);
        csv.cell(measure.key()).cell(measure.title(language));
        for (var stratum : strata) {
            var at = shown.indexOf(stratum);
            csv.cell(at < 0 ? "" : figure.strata().get(at));
        }
        csv.cell(measure.dimension().orElse(""))
                .cell(measure.dimension().isPresent() ? figure.strata().getLast() : "")
                .cell(figure.part().toPlainString())
                .cell(figure.whole().toPlainString())
                .cell(figure.value().map(Object::toString).orElse(""))
                .cell(measure.unit(language))
                .cell(certainty(measure));
        csv.endRow();
    }

    /// Prints what can be counted: key, name, definition, certainty.
    public void list(PrintWriter out) {
        for (var measure : Measures.all()) {
            out.printf(
                    "%-22s %s: %s [%s]%n",
                    measure.key(), measure.title(language), measure.definition(language), certainty(measure));
        }
    }

    private static String certainty(Measure measure) {
        return measure.row().basis().certainty().name().toLowerCase(Locale.ROOT);
    }
}
