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

    /// The line in the file; the note is the id of the kind.
    public String line() {
        return String.join(",", archive, entry, item, defect.check(), defect.id()) + "\n";
    }
}
