package org.tsunagu.app.reporting;

import java.util.List;
import java.util.Optional;
import org.tsunagu.app.reporting.Candidate.Found;

/// How a member stands in a report (集計での取扱い).
///
/// @param ages class of the age reached; empty outside all of them
/// @param result the one that is counted
/// @param below and `above`: indicators in whose denominator and numerator the person is
record Counted(
        Candidate who,
        String ages,
        boolean isTarget,
        boolean inDenominator,
        Optional<Found> result,
        List<String> below,
        List<String> above,
        List<Gap> gaps) {

    boolean isComplete() {
        return result.filter(Found::isComplete).isPresent();
    }
}
