package org.tsunagu.statistics.result;

import java.util.Map;
import java.util.stream.Collectors;
import org.tsunagu.statistics.table.Lines;

/// The numbers that are conventions and not mathematics (既定値): `defaults.tsv`, each with its source.
public final class Defaults {

    private static final Map<String, Double> VALUES = read();

    private Defaults() {}

    /// The value of a row.
    ///
    /// @throws IllegalArgumentException naming the rows there are, if there is none of that name
    public static double of(String row) {
        var value = VALUES.get(row);
        if (value == null) {
            throw new IllegalArgumentException("no default %s, only %s".formatted(row, VALUES.keySet()));
        }
        return value;
    }

    private static Map<String, Double> read() {
        var lines = Lines.read("result/defaults", Defaults.class.getResourceAsStream("defaults.tsv"));
        return lines.rows().stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.getFirst(), row -> Double.parseDouble(lines.cell(row, "value"))));
    }
}
