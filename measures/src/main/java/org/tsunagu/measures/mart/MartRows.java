package org.tsunagu.measures.mart;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// Rows of one table on their way into a file of the mart (行の書き込み), through the engine's appender.
public final class MartRows implements AutoCloseable {

    private final DuckSession session;
    private final String table;
    private final Path file;
    private final DuckDBAppender appender;
    private final int columns;
    private long rows;
    private int cells;

    MartRows(DuckSession session, String table, Path file) throws SQLException {
        this.session = session;
        this.table = table;
        this.file = file;
        this.columns = Mart.columns(table).size();
        session.execute("create or replace table %s (%s)".formatted(table, Mart.schema(table)));
        this.appender = session.connection().createAppender("main", table);
    }

    /// Begins a row; its cells follow in the order of the dictionary.
    public MartRows row() throws SQLException {
        finishRow();
        appender.beginRow();
        cells = 0;
        rows++;
        return this;
    }

    private void finishRow() throws SQLException {
        if (rows > 0) {
            if (cells != columns) {
                throw new IllegalStateException("%s has %d columns, the row %d".formatted(table, columns, cells));
            }
            appender.endRow();
        }
    }

    /// A text cell.
    public MartRows text(String text) throws SQLException {
        cells++;
        appender.append(text);
        return this;
    }

    /// A whole number of a `bigint` column.
    public MartRows big(long number) throws SQLException {
        cells++;
        appender.append(number);
        return this;
    }

    /// A whole number of an `int` column.
    public MartRows number(int number) throws SQLException {
        cells++;
        appender.append(number);
        return this;
    }

    /// A truth.
    public MartRows truth(boolean holds) throws SQLException {
        cells++;
        appender.append(holds);
        return this;
    }

    /// A day, or none.
    public MartRows day(@Nullable LocalDate day) throws SQLException {
        cells++;
        if (day == null) {
            appender.appendNull();
        } else {
            appender.append(day);
        }
        return this;
    }

    /// A decimal number.
    public MartRows decimal(BigDecimal number) throws SQLException {
        cells++;
        appender.append(number);
        return this;
    }

    /// An empty cell.
    public MartRows none() throws SQLException {
        cells++;
        appender.appendNull();
        return this;
    }

    /// Writes the file.
    @Override
    public void close() throws SQLException {
        finishRow();
        appender.close();
        session.execute(
                "copy %s to '%s' (format parquet, compression zstd)".formatted(table, DuckSession.quoted(file)));
        session.execute("drop table " + table);
    }

    /// Gives up what was not written.
    void abandon() throws SQLException {
        appender.close();
    }
}
