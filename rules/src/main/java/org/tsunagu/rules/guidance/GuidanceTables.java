package org.tsunagu.rules.guidance;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The official tables of specific health guidance (特定保健指導の表), by their names without the folder.
public final class GuidanceTables {

    private static final List<String> NAMES = List.of(
            "points",
            "point-rules",
            "body-steps",
            "completion",
            "states",
            "transitions",
            "guards",
            "clocks",
            "variables",
            "repeat",
            "prioritisation",
            "settlement");

    private final Map<String, Table> tables;

    /// Reads the tables.
    ///
    /// @param corrections cells of the tables corrected on this installation; empty for the tables as shipped
    public GuidanceTables(List<Correction> corrections) {
        tables = NAMES.stream().collect(Collectors.toMap(Function.identity(), name -> read(name, corrections)));
    }

    private static Table read(String name, List<Correction> corrections) {
        return Table.read("guidance/" + name, GuidanceTables.class.getResourceAsStream(name + ".tsv"))
                .with(corrections);
    }

    /// All of them.
    public List<Table> all() {
        return NAMES.stream().map(this::get).toList();
    }

    /// The variables that the conditions use, with their names and units.
    public List<Row> variables() {
        return get("variables").rows();
    }

    Table get(String name) {
        var table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table guidance/%s, only %s".formatted(name, NAMES));
        }
        return table;
    }

    /// Whether a cell with commas names something.
    static boolean names(Row row, String column, String name) {
        return Stream.of(row.text(column).split(",")).anyMatch(name::equals);
    }
}
