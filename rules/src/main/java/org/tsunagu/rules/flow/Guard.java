package org.tsunagu.rules.flow;

import java.util.Comparator;
import java.util.List;
import org.tsunagu.rules.condition.Condition;
import org.tsunagu.rules.condition.Explanation;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.value.Gatherer;
import org.tsunagu.rules.value.Variables;

/// A condition under which a step may be taken (条件): one or more ways, of which one must hold.
public final class Guard {

    private final List<Condition> ways;
    private final Variables variables;

    /// @param ways conditions of one clause each, in the order of the table
    Guard(List<Condition> ways, Variables variables) {
        this.ways = List.copyOf(ways);
        this.variables = variables;
    }

    /// Whether it holds.
    public Truth test(Facts facts) {
        var gathered = facts.gathered(variables);
        return ways.stream().map(way -> way.test(gathered)).reduce(Truth.FALSE, Truth::or);
    }

    /// Whether it surely holds.
    public boolean holds(Facts facts) {
        return test(facts) == Truth.TRUE;
    }

    /// Why it holds: the terms of the first way that does; empty when none does.
    public List<Reason> met(Facts facts) {
        var gathered = facts.gathered(variables);
        return ways.stream()
                .filter(way -> way.test(gathered) == Truth.TRUE)
                .findFirst()
                .map(way -> explain(way, facts))
                .orElse(List.of());
    }

    /// What is missing for each way: its terms that do not hold or cannot be told.
    public List<List<Reason>> unmetWays(Facts facts) {
        return ways.stream().map(way -> unmet(explain(way, facts))).toList();
    }

    /// What is missing for the way that is nearest to holding: the one with the most terms that hold from the first on,
    /// then with the fewest that do not; empty when the guard holds.
    public List<Reason> unmet(Facts facts) {
        return ways.stream()
                .map(way -> explain(way, facts))
                .min(Comparator.<List<Reason>>comparingLong(
                                terms -> -terms.stream().takeWhile(Guard::isMet).count())
                        .thenComparingInt(terms -> unmet(terms).size()))
                .map(Guard::unmet)
                .orElse(List.of());
    }

    private static List<Reason> unmet(List<Reason> terms) {
        return terms.stream().filter(term -> !isMet(term)).toList();
    }

    private static boolean isMet(Reason reason) {
        return reason.code() == ReasonCode.CONDITION_MET;
    }

    private List<Reason> explain(Condition way, Facts facts) {
        var explanation = new Explanation(facts.gathered(variables), Gatherer.NONE);
        way.explain(explanation);
        return List.copyOf(explanation.reasons());
    }
}
