package org.tsunagu.rules.condition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.value.Variables;

/// The rows of a table of conditions in force on a day, in disjunctive normal form (条件表): rows with the same rule
/// and clause are joined with AND in the order of their terms, clauses with OR. Rows with the same word in the
/// column `chain` are alternatives instead: the first whose value is known decides.
public final class ConditionTable {

    private static final Comparator<Row> IN_ORDER = Comparator.<Row>comparingInt(row -> row.integer("clause"))
            .thenComparingInt(row -> row.integer("term"))
            .thenComparing(Row::key);

    private final Map<String, List<Row>> rules;
    private final Variables variables;

    /// Sorts the rows by the column that names the rule.
    ///
    /// @param inForce rows of one table in force on a day
    public ConditionTable(List<Row> inForce, String ruleColumn, Variables variables) {
        this.rules = inForce.stream()
                .collect(Collectors.groupingBy(row -> row.text(ruleColumn), LinkedHashMap::new, Collectors.toList()));
        this.variables = variables;
    }

    /// The names of the rules in the order of the table.
    public List<String> rules() {
        return List.copyOf(rules.keySet());
    }

    /// The condition of a rule as it stands in the table; one that never holds when the rule has no row.
    public Condition condition(String rule, Sex sex) {
        return condition(rule, sex, List.of());
    }

    /// The condition of a rule.
    ///
    /// @param order variables in the order in which chains look at them; those not named keep the order of the
    /// table
    public Condition condition(String rule, Sex sex, List<String> order) {
        var rows = rules.getOrDefault(rule, List.of()).stream()
                .filter(row -> isFor(row, sex))
                .sorted(IN_ORDER)
                .toList();
        var units = new LinkedHashMap<String, List<Row>>();
        rows.forEach(row ->
                units.computeIfAbsent(unit(row), name -> new ArrayList<>()).add(row));
        return new Condition(
                units.values().stream().map(unit -> unit(rule, unit, order)).toArray(Unit[]::new), bits(rows));
    }

    private static boolean isFor(Row row, Sex sex) {
        return !row.has("sex") || row.text("sex").isEmpty() || row.text("sex").equals(sex.code());
    }

    private static boolean isChain(Row row) {
        return row.has("chain") && !row.text("chain").isEmpty();
    }

    private static String unit(Row row) {
        return isChain(row) ? row.text("chain") : row.text("clause");
    }

    private Unit unit(String rule, List<Row> rows, List<String> order) {
        if (isChain(rows.getFirst())) {
            var terms = rows.stream()
                    .sorted(Comparator.comparingInt(row -> order.indexOf(row.text("variable"))))
                    .map(row -> new Term(rule, row, variables));
            return new Unit.Chain(terms.toArray(Term[]::new));
        }
        return new Unit.Clause(
                rows.stream().map(row -> new Term(rule, row, variables)).toArray(Term[]::new));
    }

    private long bits(List<Row> rows) {
        var bits = 0L;
        for (var row : rows) {
            bits |= 1L << variables.index(row.text("variable"));
        }
        return bits;
    }
}
