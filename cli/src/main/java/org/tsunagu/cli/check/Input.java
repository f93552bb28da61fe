package org.tsunagu.cli.check;

import java.nio.file.Path;

/// A file to check (点検するファイル).
///
/// @param shownName its path as the user gave it
/// @param size in bytes
record Input(Path path, String shownName, Kind kind, long size) {

    /// How it is read (読み方).
    enum Kind {
        ARCHIVE,
        XML,
        CSV,
        /// Not there, not a regular file or a folder that cannot be listed.
        UNREADABLE
    }
}
