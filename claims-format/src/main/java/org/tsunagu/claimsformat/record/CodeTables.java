package org.tsunagu.claimsformat.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The code tables of claims (別表), `code-tables.tsv`: `B05` receipt types, `B18` outcomes, `I05` returns and so on.
public final class CodeTables {

    private final Map<String, Row> rows = new HashMap<>();
    private final Table table;

    private CodeTables(Table table) {
        this.table = table;
        table.rows().forEach(row -> rows.put(row.key(), row));
    }

    /// The tables as shipped; read once.
    public static CodeTables shipped() {
        return Shipped.TABLES;
    }

    /// The tables with cells corrected on this installation.
    public static CodeTables with(List<Correction> corrections) {
        return new CodeTables(Table.read("record/code-tables", CodeTables.class.getResourceAsStream("code-tables.tsv"))
                .with(corrections));
    }

    /// The row of a code; empty for a code the table does not have.
    ///
    /// @param name of the table, for example `B05`
    public Optional<Row> find(String name, String code) {
        return Optional.ofNullable(rows.get(name + "-" + code));
    }

    /// All rows of a table, in its order.
    public List<Row> rows(String name) {
        return table.rows().stream()
                .filter(row -> row.text("table").equals(name))
                .toList();
    }

    private static final class Shipped {
        private static final CodeTables TABLES = CodeTables.with(List.of());
    }
}
