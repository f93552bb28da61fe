package org.tsunagu.measures.mart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;

/// Rows of several tables at once, as one input gives them (ひとつの入力からの行): one file a table, in the layout of a mart.
/// Closed without [#finish()] there are no files.
public final class MartBatch implements AutoCloseable {

    private final Path folder;
    private final DuckSession session;
    private final LinkedHashMap<String, MartRows> open = new LinkedHashMap<>();

    private MartBatch(Path folder, DuckSession session) {
        this.folder = folder;
        this.session = session;
    }

    /// Begins a batch.
    ///
    /// @param spill for what does not fit into memory
    public static MartBatch begin(Path folder, Path spill) throws SQLException {
        return new MartBatch(folder, DuckSession.open(spill));
    }

    /// The rows of a table.
    public MartRows rows(String table) throws SQLException {
        var rows = open.get(table);
        if (rows == null) {
            rows = new MartRows(session, table, folder.resolve(table).resolve("part.parquet"));
            open.put(table, rows);
        }
        return rows;
    }

    /// Writes the files.
    public void finish() throws IOException, SQLException {
        for (var table : open.keySet()) {
            Files.createDirectories(folder.resolve(table));
        }
        while (!open.isEmpty()) {
            open.pollFirstEntry().getValue().close();
        }
    }

    @Override
    public void close() throws SQLException {
        for (var rows : open.values()) {
            rows.abandon();
        }
        session.close();
    }
}
