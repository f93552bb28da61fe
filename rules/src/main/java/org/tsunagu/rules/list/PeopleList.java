package org.tsunagu.rules.list;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.care.CareRules;
import org.tsunagu.rules.condition.Condition;
import org.tsunagu.rules.condition.ConditionTable;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.value.Gathered;
import org.tsunagu.rules.value.Variables;

/// One list of people in force in a month (抽出リストの定義): steps that all must hold, each a condition of tables.
public final class PeopleList {

    private static final CheckupValues NO_VALUES =
            CheckupValues.over(Items.shipped()).build();

    private final Row row;
    private final YearMonth month;
    private final CareRules care;
    private final Map<String, Row> dictionary;
    private final Variables variables;
    private final List<Step> steps;
    private final List<Label> labels;
    private final long[] alternatives;

    /// A step (絞り込みの段階).
    ///
    /// @param rows its conditions: rows of one clause are joined with AND, clauses with OR
    public record Step(String key, List<Row> rows, Condition condition) {

        /// Its name with the number it asks for, as an insurer may have changed it.
        ///
        /// @param column of the language
        public String name(String column) {
            return PeopleList.name(rows.getFirst(), column);
        }
    }

    /// The name of a row of a step with the number it asks for.
    ///
    /// @param column of the language
    public static String name(Row row, String column) {
        return row.has("value") ? row.text(column).replace("{value}", row.text("value")) : row.text(column);
    }

    /// A way to tell those found apart, with its possible outcomes in their order.
    private record Label(String key, List<Outcome> outcomes) {}

    private record Outcome(Row row, Condition condition) {}

    PeopleList(Row row, ListTables tables, CareRules care, YearMonth month) {
        this.row = row;
        this.month = month;
        this.care = care;
        var day = month.atEndOfMonth();
        dictionary = tables.variables().on(day).stream().collect(Collectors.toMap(Row::key, Function.identity()));
        var mine = mine(tables.steps(), day);
        var labelRows = mine(tables.labels(), day);
        variables = new Variables(
                Stream.concat(mine.stream(), labelRows.stream())
                        .map(one -> one.text("variable"))
                        .distinct()
                        .toList(),
                Set.of());
        steps = steps(mine);
        labels = labels(labelRows);
        alternatives = alternatives();
    }

    private List<Row> mine(Stream<Row> rows, LocalDate day) {
        return rows.filter(one -> one.validity().includes(day))
                .filter(one -> List.of(one.text("list").split(",")).contains(row.key()))
                .toList();
    }

    private List<Step> steps(List<Row> rows) {
        var table = new ConditionTable(rows, "step", variables);
        var byStep = rows.stream()
                .collect(Collectors.groupingBy(one -> one.text("step"), LinkedHashMap::new, Collectors.toList()));
        return byStep.entrySet().stream()
                .map(step -> new Step(step.getKey(), step.getValue(), table.condition(step.getKey(), Sex.MALE)))
                .sorted(Comparator.comparingInt(step -> step.rows().getFirst().integer("order")))
                .toList();
    }

    private List<Label> labels(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(one -> one.text("label"), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(label -> {
                    var table = new ConditionTable(label.getValue(), "outcome", variables);
                    var outcomes = table.rules().stream()
                            .map(rule -> new Outcome(first(label.getValue(), rule), table.condition(rule, Sex.MALE)))
                            .toList();
                    return new Label(label.getKey(), outcomes);
                })
                .toList();
    }

    private static Row first(List<Row> rows, String outcome) {
        return rows.stream()
                .filter(one -> one.text("outcome").equals(outcome))
                .findFirst()
                .orElseThrow();
    }

    /// Variables that stand for each other: of blood glucose and HbA1c often only one is measured.
    private long[] alternatives() {
        return dictionary.values().stream()
                .filter(one -> !one.text("alternative_group").isEmpty() && isUsed(one.key()))
                .collect(Collectors.groupingBy(one -> one.text("alternative_group")))
                .values()
                .stream()
                .mapToLong(group -> group.stream()
                        .mapToLong(one -> 1L << variables.index(one.key()))
                        .reduce(0, (a, b) -> a | b))
                .toArray();
    }

    private boolean isUsed(String variable) {
        for (var i = 0; i < variables.size(); i++) {
            if (variables.name(i).equals(variable)) {
                return true;
            }
        }
        return false;
    }

    /// Its row in `lists.tsv`.
    public Row row() {
        return row;
    }

    /// The steps in their order.
    public List<Step> steps() {
        return steps;
    }

    /// The rows of `variables.tsv` it looks at.
    public List<Row> variables() {
        var rows = new ArrayList<Row>();
        for (var i = 0; i < variables.size(); i++) {
            rows.add(dictionary(variables.name(i)));
        }
        return rows;
    }

    /// The parameters of the care it looks at, in the order of their names.
    public List<Row> parameters() {
        return variables().stream()
                .flatMap(variable -> Stream.of(variable.text("parameters").split(",")))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(care::parameter)
                .toList();
    }

    private Row dictionary(String variable) {
        var found = dictionary.get(variable);
        if (found == null) {
            throw new IllegalArgumentException("list/variables has no %s".formatted(variable));
        }
        return found;
    }

    /// Looks at a person.
    public Selection select(ListPerson person) {
        var findings = new Findings(person, month, row.integer("checkup_months"), care, dictionary);
        var gathered = new Gathered(variables.size(), NO_VALUES);
        var truths = new ArrayList<Truth>();
        for (var step : steps) {
            leaveOpen(gathered, findings, step);
            fill(gathered, findings, step.condition().variables());
            gathered.settle(alternatives);
            var truth = step.condition().test(gathered);
            truths.add(truth);
            if (truth == Truth.FALSE) {
                return new Selection(Truth.FALSE, List.copyOf(truths), List.of(), Map.of());
            }
        }
        var outcome = truths.stream().reduce(Truth.TRUE, Truth::and);
        var reasons = new Reasons(gathered, findings).of(steps, truths);
        return new Selection(
                outcome, List.copyOf(truths), reasons, outcome == Truth.TRUE ? label(gathered, findings) : Map.of());
    }

    /// A number that may be larger than what was found cannot be said to stay below a limit, though an earlier step may
    /// have found it above a lower one.
    private void leaveOpen(Gathered gathered, Findings findings, Step step) {
        for (var one : step.rows()) {
            var variable = one.text("variable");
            if (one.text("op").equals("ge") && findings.leaveOpen(variable, new BigDecimal(one.text("value")))) {
                gathered.forget(variables.index(variable));
            }
        }
    }

    private void fill(Gathered gathered, Findings findings, long wanted) {
        for (var i = 0; i < variables.size(); i++) {
            if ((wanted & 1L << i) != 0 && !gathered.knows(i)) {
                var index = i;
                findings.of(variables.name(i)).number().ifPresent(number -> gathered.fact(index, number));
            }
        }
    }

    private Map<String, Reason> label(Gathered gathered, Findings findings) {
        var outcomes = new LinkedHashMap<String, Reason>();
        for (var label : labels) {
            label.outcomes()
                    .forEach(one -> fill(gathered, findings, one.condition().variables()));
            label.outcomes().stream()
                    .filter(one -> one.condition().test(gathered) == Truth.TRUE)
                    .findFirst()
                    .ifPresent(one -> outcomes.put(label.key(), conclusion(label.key(), one, gathered)));
        }
        return outcomes;
    }

    private static Reason conclusion(String label, Outcome outcome, Gathered gathered) {
        var key = outcome.row().text("outcome");
        var decider = outcome.condition().reason(gathered, key);
        return new Reason(
                ReasonCode.CONCLUSION,
                label,
                key,
                decider.basis(),
                "",
                "",
                Map.of(
                        "name_ja",
                        outcome.row().text("name_ja"),
                        "name_en",
                        outcome.row().text("name_en")));
    }
}
