package org.tsunagu.app.reporting;

import java.util.List;
import java.util.Optional;
import org.tsunagu.app.reporting.Candidate.Found;
import org.tsunagu.app.reporting.ReportCourses.Finished;
import org.tsunagu.rules.eligibility.Standing;

/// How a member stands in a report (集計での取扱い).
///
/// @param standing by the rules about eligibility
/// @param ages class of the age reached; empty outside all of them
/// @param result the one that is counted
/// @param below and `above`: indicators in whose denominator and numerator the person is
/// @param guided the finished course that is reported with the result
record Counted(
        Candidate who,
        String ages,
        Standing standing,
        Optional<Found> result,
        List<String> below,
        List<String> above,
        List<Gap> gaps,
        Optional<Finished> guided) {

    boolean isTarget() {
        return standing.target().value();
    }

    boolean inDenominator() {
        return standing.inDenominator().value();
    }

    boolean isComplete() {
        return result.filter(Found::isComplete).isPresent();
    }
}
