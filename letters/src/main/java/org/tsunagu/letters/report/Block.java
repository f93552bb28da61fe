package org.tsunagu.letters.report;

import java.util.List;

/// A part of a [Report] (文書の構成要素).
public sealed interface Block {

    /// A heading (見出し).
    ///
    /// @param level 1 for a chapter (章), 2 for a section (節) and so on
    record Heading(int level, String text) implements Block {}

    /// A paragraph (段落).
    record Paragraph(String text) implements Block {}

    /// A list (箇条書き).
    record Bullets(List<String> points) implements Block {

        /// Copies the list.
        public Bullets {
            points = List.copyOf(points);
        }
    }

    /// A picture (図).
    ///
    /// @param svg as `charts` has drawn it
    /// @param words the same in words
    record Picture(String svg, String words) implements Block {}

    /// A note in small type (注).
    record Note(String text) implements Block {}

    /// A table (表). The first cell of a row names it.
    ///
    /// @param headings one a column; all empty for a table without headings
    /// @param isFigures whether the cells after the first are numbers, which stand at the right
    record Table(String caption, List<String> headings, List<Row> rows, boolean isFigures) implements Block {

        /// Copies the lists.
        ///
        /// @throws IllegalArgumentException if a row has more or fewer cells than there are headings
        public Table {
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
            for (var row : rows) {
                if (row.cells().size() != headings.size()) {
                    throw new IllegalArgumentException(
                            "%d cells under %s".formatted(row.cells().size(), headings));
                }
            }
        }

        /// Whether there are headings to be shown.
        public boolean hasHeadings() {
            return headings.stream().anyMatch(heading -> !heading.isEmpty());
        }
    }

    /// A row (行).
    ///
    /// @param isSum whether it is a sum, which is set off
    record Row(List<String> cells, boolean isSum) {

        /// Copies the cells.
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
