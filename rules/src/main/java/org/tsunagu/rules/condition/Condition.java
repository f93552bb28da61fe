package org.tsunagu.rules.condition;

import java.util.LinkedHashSet;
import java.util.Set;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.value.Gathered;

/// A condition of a table in force on a day for one sex (条件), compiled once: ways joined with OR.
public final class Condition {

    private final Unit[] units;
    private final long variables;

    Condition(Unit[] units, long variables) {
        this.units = units.clone();
        this.variables = variables;
    }

    /// The variables it looks at, as a set of bits.
    public long variables() {
        return variables;
    }

    /// Whether no row is in force.
    public boolean isEmpty() {
        return units.length == 0;
    }

    /// Whether it holds. Without any row in force it does not.
    public Truth test(Gathered values) {
        var result = Truth.FALSE;
        for (var unit : units) {
            var truth = unit.test(values);
            if (truth == Truth.TRUE) {
                return truth;
            }
            result = truth == Truth.UNKNOWN ? truth : result;
        }
        return result;
    }

    /// Whether any way in which it could hold is unknown, even when another way holds.
    public boolean hasUnknown(Gathered values) {
        for (var unit : units) {
            if (unit.test(values) == Truth.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    /// The variables to ask for because they are missing in it.
    public Set<String> missing(Gathered values) {
        var names = new LinkedHashSet<String>();
        for (var unit : units) {
            if (unit.test(values) == Truth.UNKNOWN) {
                unit.addMissing(values, names);
            }
        }
        return names;
    }

    /// Says why: the ways that hold, or, when none does, all of them.
    public void explain(Explanation explanation) {
        var holds = test(explanation.values()) == Truth.TRUE;
        for (var unit : units) {
            if (!holds || unit.test(explanation.values()) == Truth.TRUE) {
                unit.explain(explanation);
            }
        }
    }

    /// The one reason of an outcome that follows from this condition.
    ///
    /// @throws IllegalStateException if the condition has no rows
    public Reason reason(Gathered values, String outcome) {
        for (var unit : units) {
            if (unit.test(values) == Truth.TRUE) {
                return unit.decider(values).reason(values, outcome);
            }
        }
        if (units.length == 0) {
            throw new IllegalStateException("a condition without rows has no reason");
        }
        return units[0].decider(values).reason(values, outcome);
    }
}
