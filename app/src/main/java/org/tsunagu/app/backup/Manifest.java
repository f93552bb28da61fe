package org.tsunagu.app.backup;

import java.util.List;
import java.util.Map;

/// What a backup says about itself (目録). It is written last, when all is known.
///
/// @param format of the file; another one is not understood
/// @param migrations that the database had seen
/// @param tables in an order in which references hold
/// @param sequences the last number each has given
/// @param parts every other part of the file
/// @param damaged originals that were missing or not what their name says when the backup was made
public record Manifest(
        int format,
        String madeAt,
        List<Migration> migrations,
        List<TableRows> tables,
        Map<String, Long> sequences,
        List<Part> parts,
        List<String> damaged) {

    /// The format that is written.
    public static final int FORMAT = 1;

    /// The name of the part that holds it.
    static final String NAME = "manifest.json";

    /// A migration of a module.
    ///
    /// @param checksum as the database keeps it; 0 for none
    public record Migration(String module, String version, long checksum) {}

    /// The rows of a table.
    public record TableRows(String table, List<String> columns, long rows) {

        String part() {
            return "tables/" + table + ".copy";
        }
    }

    /// A part of the file.
    public record Part(String name, long size, String sha256) {}
}
