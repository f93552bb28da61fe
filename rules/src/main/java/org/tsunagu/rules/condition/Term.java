package org.tsunagu.rules.condition;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Basis;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.value.Gathered;
import org.tsunagu.rules.value.Variables;

/// One comparison of a table (条件の一項): variable, operator, value, ready to be evaluated and to say what it found.
final class Term {

    private final String about;
    private final String name;
    private final int variable;
    private final Operator operator;
    private final BigDecimal[] operands;
    private final Basis basis;
    private final Map<String, String> facts;
    private final Reason unknown;
    private final boolean isStandIn;

    Term(String about, Row row, Variables variables) {
        this.about = about;
        this.name = row.text("variable");
        this.variable = variables.index(name);
        this.operator = Operator.of(row.text("op"));
        this.operands = operands(row);
        this.basis = row.basis();
        this.facts = facts(row);
        this.isStandIn = variables.isStandIn(variable);
        this.unknown = new Reason(ReasonCode.CONDITION_UNKNOWN, about, Truth.UNKNOWN.word(), basis, "", "", facts);
    }

    private Map<String, String> facts(Row row) {
        var op = row.text("op");
        var cut = row.text("value");
        return row.has("unit")
                ? Map.of("variable", name, "op", op, "cut", cut, "unit", row.text("unit"))
                : Map.of("variable", name, "op", op, "cut", cut);
    }

    private static BigDecimal[] operands(Row row) {
        var separator = row.text("op").equals("between") ? "-" : ",";
        return Stream.of(row.text("value").split(separator))
                .filter(word -> !word.isEmpty())
                .map(Term::operand)
                .toArray(BigDecimal[]::new);
    }

    private static BigDecimal operand(String word) {
        return switch (word) {
            case "true" -> BigDecimal.ONE;
            case "false" -> BigDecimal.ZERO;
            default -> new BigDecimal(word);
        };
    }

    int variable() {
        return variable;
    }

    String name() {
        return name;
    }

    /// Whether the variable only stands in for another one, so that nobody is asked for it.
    boolean isStandIn() {
        return isStandIn;
    }

    Truth test(Gathered values) {
        if (values.knows(variable)) {
            return Truth.of(operator.test(values.number(variable), operands));
        }
        if (operator.isAboutPresence()) {
            return Truth.of(operator == Operator.MISSING);
        }
        return values.isSettled(variable) ? Truth.FALSE : Truth.UNKNOWN;
    }

    /// Says what this term found, with what was computed or could not be used on the way.
    void explain(Explanation explanation) {
        var values = explanation.values();
        if (!values.knows(variable)) {
            explanation.addUnused(about, variable, name, basis);
            if (!operator.isAboutPresence() && !isStandIn && !values.isSettled(variable)) {
                explanation.add(unknown);
            }
            return;
        }
        explanation.addComputed(about, variable, name);
        explanation.addUnused(about, variable, name, basis);
        var found = test(values);
        explanation.add(new Reason(
                found == Truth.TRUE ? ReasonCode.CONDITION_MET : ReasonCode.CONDITION_NOT_MET,
                about,
                found.word(),
                basis,
                values.itemCode(variable),
                values.text(variable),
                facts));
    }

    /// Says what is there for this term but could not be used.
    void explainUnused(Explanation explanation) {
        explanation.addUnused(about, variable, name, basis);
    }

    /// Says that a value is there but not looked at because another one goes before it.
    void explainIgnored(Term decider, Explanation explanation) {
        var values = explanation.values();
        if (values.knows(variable)) {
            explanation.add(new Reason(
                    ReasonCode.VALUE_IGNORED,
                    about,
                    Truth.UNKNOWN.word(),
                    basis,
                    values.itemCode(variable),
                    values.text(variable),
                    Map.of("variable", name, "why", "goes_before", "by", decider.name)));
        }
    }

    /// Says, as the reason of something that rests on this one term, what it found.
    Reason reason(Gathered values, String outcome) {
        return values.knows(variable)
                ? new Reason(
                        ReasonCode.CONDITION_MET,
                        about,
                        outcome,
                        basis,
                        values.itemCode(variable),
                        values.text(variable),
                        facts)
                : unknown;
    }

    Basis basis() {
        return basis;
    }
}
