package org.tsunagu.checkupformat.problems;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The numbers the checks compare with (限度値), `limits.tsv`: lengths, ages, tolerances, facets of the schemas.
final class Limits {

    private static final Limits SHIPPED =
            new Limits(Table.read("problems/limits", Limits.class.getResourceAsStream("limits.tsv")));

    private final Map<String, Row> rows = new HashMap<>();

    private Limits(Table table) {
        table.rows().forEach(row -> rows.put(row.key(), row));
    }

    /// The numbers as shipped; read once.
    static Limits shipped() {
        return SHIPPED;
    }

    /// A whole number.
    ///
    /// @throws IllegalArgumentException if there is no such row
    int integer(String name) {
        return row(name).integer("value");
    }

    /// A number as a decimal.
    ///
    /// @throws IllegalArgumentException if there is no such row
    BigDecimal decimal(String name) {
        return row(name).decimal("value").orElseThrow();
    }

    private Row row(String name) {
        var row = rows.get(name);
        if (row == null) {
            throw new IllegalArgumentException("no row %s in limits.tsv, only %s".formatted(name, rows.keySet()));
        }
        return row;
    }
}
