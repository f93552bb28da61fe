package org.tsunagu.rules.decision;

import java.util.List;
import org.tsunagu.codes.table.Certainty;

/// An official outcome with everything that led to it (判定).
///
/// @param value what came out
/// @param certain whether every possible completion of the missing values gives the same value
/// @param reasons the rows used, in the order of the official steps
/// @param missingThatMatter variables whose value could change the outcome; empty when the outcome is certain
public record Decision<T>(T value, boolean certain, List<Reason> reasons, List<String> missingThatMatter) {

    /// A decision is only as sure as its weakest row.
    public Certainty certainty() {
        var weakest = Certainty.SOURCE;
        for (var reason : reasons) {
            var certainty = reason.basis().certainty();
            weakest = certainty.compareTo(weakest) > 0 ? certainty : weakest;
        }
        return weakest;
    }
}
