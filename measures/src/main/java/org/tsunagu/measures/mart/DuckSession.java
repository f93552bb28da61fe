package org.tsunagu.measures.mart;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/// The embedded engine DuckDB (集計エンジン) with what every use of it needs: no extension is fetched, memory is bounded,
/// what does not fit goes to a folder of ours.
public final class DuckSession implements AutoCloseable {

    /// Enough for a society; more than this goes to disk. A machine that counts many societies at once has more to
    /// give.
    private static final String MEMORY = System.getProperty("tsunagu.counting-memory", "1GB");

    private final DuckDBConnection connection;

    private DuckSession(DuckDBConnection connection) {
        this.connection = connection;
    }

    /// An engine in memory.
    ///
    /// @param spill where it may put what does not fit into memory
    public static DuckSession open(Path spill) throws SQLException {
        var settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("temp_directory", spill.toString());
        settings.setProperty("preserve_insertion_order", "false");
        return new DuckSession(
                DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class));
    }

    /// Runs a statement of ours; never one with text from outside except paths through [#quoted(Path)].
    public void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The connection, for queries and appenders.
    public DuckDBConnection connection() {
        return connection;
    }

    /// A path for the inside of a string literal.
    public static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
