package org.tsunagu.codes.problem;

/// Where a problem stands (場所): the file, the entry inside it, the item, and line and column of the text.
///
/// @param file path as the user gave it
/// @param entry path inside the archive; empty for a loose file
/// @param item what in the file: the 17-digit item code of a result, or the id of a claim; empty when the whole is
/// concerned
/// @param line from 1; 0 when unknown
/// @param column from 1; 0 when unknown
public record Place(String file, String entry, String item, int line, int column) {

    /// A whole file.
    public static Place of(String file) {
        return new Place(file, "", "", 0, 0);
    }

    /// A whole entry of an archive.
    public static Place of(String file, String entry) {
        return new Place(file, entry, "", 0, 0);
    }

    /// The same file and entry at a line and column.
    public Place at(int line, int column) {
        return new Place(file, entry, item, line, column);
    }

    /// The same place, naming an item.
    public Place item(String code) {
        return new Place(file, entry, code, line, column);
    }
}
