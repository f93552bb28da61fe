package org.tsunagu.rules.rates;

import java.util.Optional;
import org.tsunagu.rules.guidance.CourseKind;

/// What guidance did for one person (保健指導の実績), as the rates of a fiscal year see it.
///
/// @param hadFirstInterview whether there was a first interview for the checkup of the year (初回面接)
/// @param finished the course that was finished; empty while it runs, after a dropout and without one
/// @param hasDrugSinceCheckup whether a drug for blood pressure, glucose or lipids was started after the checkup
/// @param finishedLastYear whether the person finished guidance on the checkup of the year before
public record GuidanceYear(
        boolean hadFirstInterview,
        Optional<CourseKind> finished,
        boolean hasDrugSinceCheckup,
        boolean finishedLastYear) {

    /// No guidance.
    public static final GuidanceYear NONE = new GuidanceYear(false, Optional.empty(), false, false);
}
