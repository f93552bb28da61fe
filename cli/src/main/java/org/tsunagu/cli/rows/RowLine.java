package org.tsunagu.cli.rows;

import java.util.List;
import java.util.Map;

/// One row of the input (入力の行).
///
/// @param number of the line it begins on, from 1
/// @param places number of each needed column, from 0
public record RowLine(long number, Map<String, Integer> places, List<String> cells) {

    /// A cell without the spaces around it; empty when the row is too short.
    public String cell(String column) {
        var place = places.getOrDefault(column, Integer.MAX_VALUE);
        return place < cells.size() ? cells.get(place).strip() : "";
    }

    /// Where a column stands, from 1.
    int column(String column) {
        return places.getOrDefault(column, -1) + 1;
    }
}
