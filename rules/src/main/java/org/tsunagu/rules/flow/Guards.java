package org.tsunagu.rules.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.condition.Condition;
import org.tsunagu.rules.condition.ConditionTable;
import org.tsunagu.rules.value.Variables;

/// The conditions of a table by the name in its column `rule` (条件の集まり), in disjunctive normal form: rows of one
/// clause are joined with AND, clauses with OR.
public final class Guards {

    private final Map<String, Guard> byName = new LinkedHashMap<>();

    /// Reads rows in force on one day.
    public Guards(List<Row> inForce) {
        var variables =
                new Variables(inForce.stream().map(row -> row.text("variable")).toList(), Set.of());
        var clauses = new LinkedHashMap<List<String>, List<Row>>();
        for (var row : inForce) {
            clauses.computeIfAbsent(List.of(row.text("rule"), row.text("clause")), key -> new ArrayList<>())
                    .add(row);
        }
        var ways = new LinkedHashMap<String, List<Condition>>();
        clauses.forEach((key, rows) -> ways.computeIfAbsent(key.getFirst(), rule -> new ArrayList<>())
                .add(new ConditionTable(rows, "rule", variables).condition(key.getFirst(), Sex.FEMALE)));
        ways.forEach((rule, conditions) -> byName.put(rule, new Guard(conditions, variables)));
    }

    /// The names in the order of the table.
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /// A condition by its name.
    ///
    /// @throws IllegalArgumentException naming those there are, if there is none of that name
    public Guard get(String name) {
        var guard = byName.get(name);
        if (guard == null) {
            throw new IllegalArgumentException("no guard %s, only %s".formatted(name, byName.keySet()));
        }
        return guard;
    }
}
