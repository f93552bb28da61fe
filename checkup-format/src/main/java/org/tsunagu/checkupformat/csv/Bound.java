package org.tsunagu.checkupformat.csv;

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
}
