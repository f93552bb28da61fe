package org.tsunagu.spark.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/// How the files of one kind become rows (ファイルの読み取り).
interface Rows {

    /// Reads a file.
    ///
    /// @param found counts the findings by their checks
    void read(Path file, Map<String, Long> found) throws IOException, SQLException;
}
