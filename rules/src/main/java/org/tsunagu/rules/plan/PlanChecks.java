package org.tsunagu.rules.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What was printed in the source documents beside what its own numbers give (資料の突合), `checks.tsv`.
public final class PlanChecks {

    private final Table table;
    private final PlanRules rules;

    /// Reads the table.
    public PlanChecks(List<Correction> corrections) {
        table = Table.read("plan/checks", PlanChecks.class.getResourceAsStream("checks.tsv"))
                .with(corrections);
        rules = new PlanRules(corrections);
    }

    /// All tables.
    public List<Table> tables() {
        return List.of(table);
    }

    /// The checks whose parts are single numbers, worked out, in the order of the table; statements and whole
    /// tables are left out.
    public List<Reconciliation> reconciled() {
        return table.rows().stream()
                .filter(row -> !row.text("operands").isEmpty())
                .map(row -> new Reconciliation(
                        row.key(), row.decimal("printed_number").orElseThrow(), computed(row)))
                .toList();
    }

    private BigDecimal computed(Row row) {
        var operands =
                Stream.of(row.text("operands").split(";")).map(BigDecimal::new).toList();
        var first = operands.getFirst();
        var last = operands.getLast();
        return switch (row.text("how")) {
            case "sum" -> operands.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            case "difference" -> first.subtract(last);
            case "share" -> rules.share(first, last).orElseThrow();
            case "growth" -> rules.share(first.subtract(last), last).orElseThrow();
            case "same" -> last;
            default -> throw new IllegalArgumentException("plan/checks, row %s: how?".formatted(row.key()));
        };
    }
}
