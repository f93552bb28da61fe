package org.tsunagu.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// All tables of the rules in one place (規則表の目録): which rows speak of an item or a rule.
public final class RuleCatalogue {

    /// The columns whose cells name something that one can ask for.
    private static final List<String> NAMING = List.of(
            "variable",
            "item_codes",
            "correction_item",
            "calculated_item",
            "predicate",
            "item",
            "family",
            "class_key",
            "derived",
            "group",
            "rule",
            "trigger",
            "formula",
            "departure",
            "axis",
            "documented_rule");

    private final List<Table> tables;

    private RuleCatalogue(List<Table> tables) {
        this.tables = tables;
    }

    /// The tables as shipped.
    public static RuleCatalogue shipped() {
        return with(List.of());
    }

    /// The tables with cells corrected on this installation.
    public static RuleCatalogue with(List<Correction> corrections) {
        return new RuleCatalogue(RuleTables.catalogue(corrections));
    }

    /// Every table.
    public List<Table> tables() {
        return tables;
    }

    /// The rows that concern an item code, a variable, a predicate, a feedback class or a row key, with or
    /// without the name of the table before it (`stratification/steps:WAIST-M`); empty when there are none. Case
    /// does not matter.
    public List<Entry> find(String itemOrRule) {
        var separator = itemOrRule.indexOf(':');
        if (itemOrRule.isBlank()) {
            return List.of();
        }
        if (separator > 0) {
            return find(itemOrRule.substring(0, separator), itemOrRule.substring(separator + 1));
        }
        var names = new LinkedHashSet<String>();
        names.add(itemOrRule);
        rows().filter(row -> row.has("item_codes") && names(row, "item_codes").anyMatch(itemOrRule::equalsIgnoreCase))
                .map(row -> row.has("variable") ? row.text("variable") : "")
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return entries(row -> concerns(row, names));
    }

    private List<Entry> find(String table, String key) {
        return entries(row -> row.table().equalsIgnoreCase(table) && row.key().equalsIgnoreCase(key));
    }

    private Stream<Row> rows() {
        return tables.stream().flatMap(table -> table.rows().stream());
    }

    private List<Entry> entries(Predicate<Row> wanted) {
        var entries = new ArrayList<Entry>();
        for (var table : tables) {
            var rows = table.rows().stream().filter(wanted).toList();
            if (!rows.isEmpty()) {
                entries.add(new Entry(table.name(), rows));
            }
        }
        return entries;
    }

    private static boolean concerns(Row row, Set<String> names) {
        return names.stream()
                .anyMatch(name -> row.key().equalsIgnoreCase(name)
                        || NAMING.stream()
                                .filter(row::has)
                                .flatMap(column -> names(row, column))
                                .anyMatch(name::equalsIgnoreCase));
    }

    private static Stream<String> names(Row row, String column) {
        return Stream.of(row.text(column).split(","));
    }

    /// A table and the rows of it that were found.
    public record Entry(String table, List<Row> rows) {}
}
