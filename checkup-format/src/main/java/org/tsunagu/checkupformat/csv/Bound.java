package org.tsunagu.checkupformat.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Items;

/// A column of a CSV bound to what it means (列の割当).
///
/// @param index of the cell, from 0
/// @param item empty for another meaning, and for a code the master does not have
record Bound(int index, Column column, Optional<Item> item) {

    static Bound to(int index, Column column, Items items) {
        return new Bound(index, column, items.find(column.itemCode()));
    }

    /// Binds headings. Unknown and doubled ones are reported and left out; of two that mean the same the first counts.
    ///
    /// @param from number of headings to pass over
    static List<Bound> headings(ColumnMap map, List<Cell> headings, int from, Items items, CsvProblems problems) {
        var bound = new ArrayList<Bound>();
        var meanings = new HashSet<String>();
        for (var i = from; i < headings.size(); i++) {
            var heading = headings.get(i);
            var column = map.find(heading.plain());
            if (column.isEmpty()) {
                if (!heading.isEmpty()) {
                    problems.unknownColumn(heading);
                }
            } else if (!column.get().is(Target.IGNORED)) {
                if (meanings.add(column.get().meaning())) {
                    bound.add(to(i, column.get(), items));
                } else {
                    problems.doubledColumn(heading);
                }
            }
        }
        return bound;
    }
}
