package org.tsunagu.rules.condition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.table.Basis;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.value.Gathered;
import org.tsunagu.rules.value.Gatherer;

/// The reasons of one decision while they are being collected (説明).
public final class Explanation {

    private final Gathered values;
    private final Gatherer gatherer;
    private final List<Reason> reasons = new ArrayList<>();

    /// Starts without reasons.
    ///
    /// @param gatherer what the values were read with: it knows what could not be used
    public Explanation(Gathered values, Gatherer gatherer) {
        this.values = values;
        this.gatherer = gatherer;
    }

    /// The same values, without reasons.
    public Explanation fresh() {
        return new Explanation(values, gatherer);
    }

    /// The values that are explained.
    public Gathered values() {
        return values;
    }

    /// Adds a reason.
    public void add(Reason reason) {
        reasons.add(reason);
    }

    /// The reasons in the order they were added.
    public List<Reason> reasons() {
        return Collections.unmodifiableList(reasons);
    }

    void addComputed(String about, int variable, String name) {
        values.computedBy(variable)
                .ifPresent(basis -> add(new Reason(
                        ReasonCode.VALUE_COMPUTED,
                        about,
                        "",
                        basis,
                        "",
                        values.text(variable),
                        Map.of("variable", name, "formula", basis.row()))));
    }

    void addUnused(String about, int variable, String name, Basis basis) {
        var notUsed =
                values.knows(variable) ? gatherer.passedOver(variable, values) : gatherer.unused(variable, values);
        for (var unused : notUsed) {
            add(new Reason(
                    ReasonCode.VALUE_IGNORED,
                    about,
                    Truth.UNKNOWN.word(),
                    basis,
                    unused.itemCode(),
                    unused.text(),
                    Map.of("variable", name, "why", unused.why())));
        }
    }
}
