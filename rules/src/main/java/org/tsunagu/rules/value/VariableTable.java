package org.tsunagu.rules.value;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The dictionary of variables (変数の辞書), `variables.tsv`: item codes, order of use, what counts as missing.
public final class VariableTable {

    private final Table table;
    private final Variables variables;
    private final Map<String, Row> lastRows;

    /// Reads the dictionary.
    public VariableTable(List<Correction> corrections) {
        table = Table.read("value/variables", VariableTable.class.getResourceAsStream("variables.tsv"))
                .with(corrections);
        variables = new Variables(
                table.rows().stream().map(row -> row.text("variable")).toList(),
                table.rows().stream()
                        .filter(row -> row.text("asked_for").equals("0"))
                        .map(row -> row.text("variable"))
                        .collect(Collectors.toSet()));
        lastRows = table.rows().stream()
                .collect(Collectors.toMap(row -> row.text("variable"), Function.identity(), (early, late) -> late));
    }

    /// The rows.
    public Table table() {
        return table;
    }

    /// The names, numbered.
    public Variables variables() {
        return variables;
    }

    /// The row of a variable, the latest if it has several.
    ///
    /// @throws IllegalArgumentException if there is no such variable
    public Row row(String variable) {
        var row = lastRows.get(variable);
        if (row == null) {
            throw new IllegalArgumentException("no variable %s in variables.tsv".formatted(variable));
        }
        return row;
    }

    /// Groups of variables that stand for each other, as sets of bits.
    public long[] alternatives() {
        return table.rows().stream()
                .filter(row -> !row.text("alternative_group").isEmpty())
                .collect(Collectors.groupingBy(row -> row.text("alternative_group")))
                .values()
                .stream()
                .mapToLong(rows -> bits(rows.stream().map(row -> row.text("variable"))))
                .toArray();
    }

    private long bits(Stream<String> names) {
        return names.mapToLong(name -> Reading.bit(variables.index(name))).reduce(0, (a, b) -> a | b);
    }

    /// The items a variable is read from.
    static List<String> items(Row row) {
        var codes = row.text("item_codes");
        return codes.isEmpty() ? List.of() : List.of(codes.split(","));
    }
}
