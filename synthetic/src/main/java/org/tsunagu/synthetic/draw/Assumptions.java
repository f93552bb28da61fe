package org.tsunagu.synthetic.draw;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tsunagu.codes.table.Table;

/// Numbers of our own choosing (仮定値) behind the invented insurer, a table with the columns `value` and `note`.
public final class Assumptions {
    private final String table;
    private final Map<String, Double> values = new HashMap<>();

    private Assumptions(Table table) {
        this.table = table.name();
        table.rows().forEach(row -> values.put(row.key(), Double.valueOf(row.text("value"))));
    }

    /// Reads a table of assumptions.
    public static Assumptions read(String name, @Nullable InputStream resource) {
        return new Assumptions(Table.read(name, resource));
    }

    /// One number.
    ///
    /// @throws IllegalArgumentException if the table has no such row
    public double get(String row) {
        var value = values.get(row);
        if (value == null) {
            throw new IllegalArgumentException("table %s has no row %s".formatted(table, row));
        }
        return value;
    }
}
