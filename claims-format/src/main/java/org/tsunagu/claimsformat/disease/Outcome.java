package org.tsunagu.claimsformat.disease;

import java.util.Optional;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What has become of a disease at the end of the month (転帰), `outcomes.tsv`. A start date years ago
/// with "continuing" may be a leftover: it is not the onset.
public enum Outcome {
    /// None of the others.
    CONTINUING,
    CURED,
    DEAD,
    /// Stopped, or gone to another provider.
    STOPPED;

    private static final Table TABLE =
            Table.read("disease/outcomes", Outcome.class.getResourceAsStream("outcomes.tsv"));

    /// The outcome of a code in a claim; empty for a code that is not known or not there.
    public static Optional<Outcome> of(String code) {
        return TABLE.rows().stream()
                .filter(row -> row.text("code").equals(code))
                .map(row -> valueOf(row.text("constant")))
                .findFirst();
    }

    /// Its row of the table, with the names.
    public Row row() {
        return TABLE.rows().stream()
                .filter(row -> row.text("constant").equals(name()))
                .findFirst()
                .orElseThrow();
    }
}
