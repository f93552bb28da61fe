package org.tsunagu.rules.list;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.decision.Reason;

/// Whether a person is on a list (該当の判定).
///
/// @param outcome TRUE on the list, FALSE not, UNKNOWN when it cannot be told (判定できない): neither on it nor dropped
/// @param steps one entry a step up to the first that does not hold
/// @param reasons of the steps that hold, or of those that cannot be told; none for who is not on it
/// @param labels how the person is told apart from others on it, for example the stage, with the row that says so
public record Selection(Truth outcome, List<Truth> steps, List<Reason> reasons, Map<String, Reason> labels) {

    /// As sure as the weakest row.
    public Certainty certainty() {
        return Certainty.weakest(Stream.concat(reasons.stream(), labels.values().stream())
                .map(reason -> reason.basis().certainty()));
    }

    /// Why it cannot be told; empty when it can.
    public List<String> doubts() {
        return outcome == Truth.UNKNOWN
                ? reasons.stream()
                        .map(reason -> reason.facts().getOrDefault("why", ""))
                        .filter(why -> !why.isEmpty())
                        .distinct()
                        .toList()
                : List.of();
    }
}
