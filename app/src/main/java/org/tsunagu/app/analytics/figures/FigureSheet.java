package org.tsunagu.app.analytics.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.charts.Chart;
import org.tsunagu.codes.table.Certainty;

/// A figure with everything that must be said beside it (図表), the same on the page and in every file.
///
/// @param facts definition, denominator, day, masking and so on, which no copy is without
/// @param names how many of the first cells of a row say what it is for
/// @param rows texts as they are shown
/// @param notes what the reader must know
public record FigureSheet(
        String title,
        List<Fact> facts,
        Optional<Chart> chart,
        List<String> headings,
        int names,
        List<Line> rows,
        List<String> notes) {

    /// Copies the lists.
    public FigureSheet {
        facts = List.copyOf(facts);
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
        notes = notes.stream().distinct().toList();
    }

    /// Something to be said (注記).
    public record Fact(String name, String text, Optional<Certainty> certainty) {

        /// A fact that is as sure as the data.
        static Fact of(String name, String text) {
            return new Fact(name, text, Optional.empty());
        }

        /// In one line, for files.
        ///
        /// @param words the names of the certainties
        public String line(Map<Certainty, String> words) {
            return certainty
                    .map(sure -> "%s: %s [%s]".formatted(name, text, words.getOrDefault(sure, "")))
                    .orElse("%s: %s".formatted(name, text));
        }
    }

    /// A row (行).
    ///
    /// @param strata values that name the people of the row, to go to them; empty for a sum
    public record Line(List<String> cells, Map<String, String> strata) {

        /// Copies the cells.
        public Line {
            cells = List.copyOf(cells);
            strata = Map.copyOf(strata);
        }

        static Line of(List<String> cells) {
            return new Line(cells, Map.of());
        }
    }
}
