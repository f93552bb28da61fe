package org.tsunagu.checkupformat.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.tsunagu.codes.item.Items;

/// A line of headings bound to their meanings (見出し行).
///
/// @param columns the columns that mean something
/// @param unknown headings neither the map nor the item codes know
/// @param doubled headings that mean the same as one before them; the first counts
record Headings(List<Bound> columns, List<Cell> unknown, List<Cell> doubled) {

    /// Binds headings.
    ///
    /// @param from number of cells to pass over
    static Headings bind(ColumnMap map, List<Cell> cells, int from, Items items) {
        var headings = new Headings(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var meanings = new HashSet<String>();
        for (var i = from; i < cells.size(); i++) {
            var cell = cells.get(i);
            var column = map.find(cell.plain());
            if (column.isEmpty()) {
                if (!cell.isEmpty()) {
                    headings.unknown.add(cell);
                }
            } else if (!column.get().is(Target.IGNORED)) {
                if (meanings.add(column.get().meaning())) {
                    headings.columns.add(Bound.to(i, column.get(), items));
                } else {
                    headings.doubled.add(cell);
                }
            }
        }
        return headings;
    }

    /// Whether a column of this meaning is there.
    boolean has(Column column) {
        return columns.stream().anyMatch(bound -> bound.column().meaning().equals(column.meaning()));
    }

    void report(CsvProblems problems) {
        unknown.forEach(problems::unknownColumn);
        doubled.forEach(problems::doubledColumn);
    }
}
