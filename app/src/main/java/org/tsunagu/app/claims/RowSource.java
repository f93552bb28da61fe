package org.tsunagu.app.claims;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.tsunagu.app.access.Columns;

/// Many rows as a table `r` of one statement (一括書き込みの行): each column an array, so that the database
/// plans the statement once whatever the number of rows.
final class RowSource<R> {

    private final List<Cell<R>> cells;
    private final String table;

    private RowSource(List<Cell<R>> cells) {
        this.cells = cells;
        var columns = IntStream.range(0, cells.size())
                .mapToObj(i -> "u.c" + i + "::" + cells.get(i).type() + " as "
                        + cells.get(i).column())
                .collect(Collectors.joining(", "));
        table = "(select " + columns + " from unnest(" + numbered(":c") + ") as u (" + numbered("c") + ")) as r";
    }

    /// A column: its name, its type in the database, and what stands in it.
    record Cell<R>(String column, String type, Function<? super R, ? extends @Nullable Object> of) {
        @Nullable
        Object text(R row) {
            var value = of.apply(row);
            // What no text of the database can hold.
            return value instanceof String text ? text.replace("\u0000", "") : value;
        }
    }

    static <R> Cell<R> cell(String column, String type, Function<? super R, ? extends @Nullable Object> of) {
        return new Cell<>(column, type, of);
    }

    static <R> RowSource<R> of(List<Cell<R>> cells) {
        return new RowSource<>(List.copyOf(cells));
    }

    private String numbered(String prefix) {
        return IntStream.range(0, cells.size()).mapToObj(i -> prefix + i).collect(Collectors.joining(", "));
    }

    /// The table, to stand behind `from`.
    String table() {
        return table;
    }

    /// Gives the rows to a statement that reads the table.
    StatementSpec bind(StatementSpec statement, List<R> rows) {
        var bound = statement;
        for (var i = 0; i < cells.size(); i++) {
            bound = bound.param("c" + i, Columns.texts(rows, cells.get(i)::text));
        }
        return bound;
    }

    /// Inserts rows of an insurer into a table with these columns.
    void insert(JdbcClient jdbc, int insurer, String into, List<R> rows) {
        if (!rows.isEmpty()) {
            var names = cells.stream().map(Cell::column).collect(Collectors.joining(", "));
            bind(
                            jdbc.sql("insert into " + into + " (insurer_id, " + names + ") select :insurer, r.* from "
                                            + table)
                                    .param("insurer", insurer),
                            rows)
                    .update();
        }
    }
}
