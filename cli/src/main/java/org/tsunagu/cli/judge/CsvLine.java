package org.tsunagu.cli.judge;

import java.util.List;

/// The cells of one row and the line it begins on (CSVの行).
record CsvLine(long number, List<String> cells) {

    int count() {
        return cells.size();
    }

    /// A cell without the spaces around it; empty when the row is too short.
    String cell(int index) {
        return index < cells.size() ? cells.get(index).strip() : "";
    }
}
