package org.tsunagu.rules.plan;

import java.util.List;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.FiscalYear;

/// The ages by which a plan counts people (年齢階層), `age-classes.tsv`.
public final class AgeClasses {

    private final Table table;

    /// Reads the table.
    public AgeClasses(List<Correction> corrections) {
        table = Table.read("plan/age-classes", AgeClasses.class.getResourceAsStream("age-classes.tsv"))
                .with(corrections);
    }

    /// All tables.
    public List<Table> tables() {
        return List.of(table);
    }

    /// The classes of a fiscal year, the youngest first.
    public List<AgeClass> of(FiscalYear year) {
        return table.on(year.firstDay()).stream()
                .map(row -> new AgeClass(row.key(), row.integer("from_age"), row.integer("to_age")))
                .toList();
    }

    /// Ages reached in the fiscal year, both included (年齢階層).
    public record AgeClass(String name, int from, int to) {}
}
