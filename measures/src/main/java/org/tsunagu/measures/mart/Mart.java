package org.tsunagu.measures.mart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tsunagu.codes.table.Table;

/// What measures may read (集計用データの項目), the dictionary `mart.tsv`. It makes the tables of every engine.
public final class Mart {

    /// A column: its name and a type that every engine takes.
    public record Column(String name, String type) {}

    private static final Map<String, List<Column>> TABLES =
            Table.read("measures/mart", Mart.class.getResourceAsStream("mart.tsv")).rows().stream()
                    .collect(Collectors.groupingBy(
                            row -> row.text("table"),
                            LinkedHashMap::new,
                            Collectors.mapping(
                                    row -> new Column(row.text("column"), row.text("type")), Collectors.toList())));

    private Mart() {}

    /// The names of the tables in the order of the dictionary.
    public static List<String> tables() {
        return List.copyOf(TABLES.keySet());
    }

    /// The columns of a table in their order.
    ///
    /// @throws IllegalArgumentException naming the tables there are, if there is none of that name
    public static List<Column> columns(String table) {
        var columns = TABLES.get(table);
        if (columns == null) {
            throw new IllegalArgumentException("no mart table %s, only %s".formatted(table, TABLES.keySet()));
        }
        return columns;
    }

    /// The columns as a schema, for `create table` and for Spark alike.
    public static String schema(String table) {
        return columns(table).stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", "));
    }

    /// The names of the columns for a `select`.
    public static String names(String table) {
        return columns(table).stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
