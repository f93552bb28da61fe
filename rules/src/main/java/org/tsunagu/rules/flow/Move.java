package org.tsunagu.rules.flow;

import java.util.List;
import org.tsunagu.rules.decision.Reason;

/// What came of asking for a step (遷移の結果): it was made, or refused with the reasons.
public sealed interface Move {

    /// Why.
    List<Reason> reasons();

    /// The step was made.
    ///
    /// @param path the transitions in their order: two when time had to pass first
    record Made(List<Transition> path, List<Reason> reasons) implements Move {

        /// The state it led to.
        public String to() {
            return path.getLast().to();
        }
    }

    /// The step was refused: the conditions that did not hold, or that the state has no such step.
    record Refused(List<Reason> reasons) implements Move {}
}
