package org.tsunagu.synthetic.defects;

/// One planted defect (植え付けた不備), a line of `defects.csv`.
///
/// @param archive file name of the archive, without folders
/// @param entry path inside it; empty when the archive as a whole is concerned
/// @param item 17-digit code; empty when no item is concerned
/// @param defect what it is
public record Planted(String archive, String entry, String item, Defect defect) {
    /// The first line of the file.
    public static final String HEADING = "archive,entry,item_code,check,note\n";

    /// Reads a line of the file.
    ///
    /// @throws IllegalArgumentException if it is not one
    public static Planted of(String line, Catalogue catalogue) {
        var cells = line.split(",", -1);
        if (cells.length != HEADING.split(",", -1).length) {
            throw new IllegalArgumentException("no line of defects.csv: " + line);
        }
        var defect = catalogue.find(cells[cells.length - 1]);
        return new Planted(
                cells[0],
                cells[1],
                cells[2],
                defect.orElseThrow(() -> new IllegalArgumentException("no such kind of defect: " + line)));
    }

    /// The line in the file; the note is the id of the kind.
    public String line() {
        return String.join(",", archive, entry, item, defect.check(), defect.id()) + "\n";
    }
}
