package org.tsunagu.linkage.column;

import java.util.List;

/// A file to be linked, in memory (突合するファイル).
///
/// @param cells column by column, each with a value a record, empty when there is none
public record Records(List<String> headings, List<List<String>> cells) {

    /// How many records there are.
    public int size() {
        return cells.isEmpty() ? 0 : cells.getFirst().size();
    }
}
