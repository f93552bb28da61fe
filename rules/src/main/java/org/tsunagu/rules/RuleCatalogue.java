package org.tsunagu.rules;

import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// All tables of the rules in one place (規則表の目録): which rows speak of an item or a rule.
public final class RuleCatalogue {

    private RuleCatalogue() {}

    /// The tables as shipped.
    public static RuleCatalogue shipped() {
        return with(List.of());
    }

    /// The tables with cells corrected on this installation.
    public static RuleCatalogue with(List<Correction> corrections) {
        return new RuleCatalogue();
    }

    /// Every table.
    public List<Table> tables() {
        return Optional.<List<Table>>empty().orElseThrow();
    }

    /// The rows that concern an item code, a variable, a predicate, a feedback class or a row key; empty when there
    /// are none.
    public List<Entry> find(String itemOrRule) {
        return Optional.<List<Entry>>empty().orElseThrow();
    }

    /// A table and the rows of it that were found.
    public record Entry(String table, List<Row> rows) {}
}
