package org.tsunagu.app.reporting;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.guidance.CourseSummary;
import org.tsunagu.app.guidance.Guidance;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.guidance.CourseKind;
import org.tsunagu.rules.rates.FinishedCourse;
import org.tsunagu.rules.rates.GuidanceYear;

/// What guidance did for the members in a year (保健指導の実績), from the courses recorded in this office.
@Component
class GuidanceResults {

    private final Guidance guidance;

    GuidanceResults(Guidance guidance) {
        this.guidance = guidance;
    }

    /// By member; empty for a year of which no course is recorded: then nothing is known, which is not the same as
    /// nobody guided.
    Optional<Map<Long, GuidanceYear>> of(InsurerId insurer, FiscalYear year) {
        var finishers = new HashSet<Long>();
        guidance.courses(insurer, new FiscalYear(year.year() - 1), course -> {
            if (course.isFinished()) {
                finishers.add(course.memberId());
            }
        });
        var found = new HashMap<Long, GuidanceYear>();
        guidance.courses(
                insurer, year, course -> found.merge(course.memberId(), of(course, finishers), GuidanceResults::both));
        var isKnown = !found.isEmpty();
        finishers.forEach(member -> found.putIfAbsent(member, new GuidanceYear(false, Optional.empty(), false, true)));
        return isKnown ? Optional.of(found) : Optional.empty();
    }

    private static GuidanceYear of(CourseSummary course, Set<Long> finishers) {
        return new GuidanceYear(
                course.isStarted(),
                Optional.of(course).filter(CourseSummary::isFinished).map(one -> finished(one.kind())),
                false,
                finishers.contains(course.memberId()));
    }

    private static FinishedCourse finished(CourseKind kind) {
        return switch (kind) {
            case ACTIVE -> FinishedCourse.ACTIVE;
            case ACTIVE_MODEL -> FinishedCourse.MODEL;
            case MOTIVATIONAL -> FinishedCourse.MOTIVATIONAL;
            case EQUIVALENT -> FinishedCourse.MOTIVATIONAL_EQUIVALENT;
        };
    }

    /// Of two checkups of a year there may be two courses.
    private static GuidanceYear both(GuidanceYear one, GuidanceYear other) {
        return new GuidanceYear(
                one.hadFirstInterview() || other.hadFirstInterview(),
                one.finished().or(other::finished),
                one.hasDrugSinceCheckup() || other.hasDrugSinceCheckup(),
                one.finishedLastYear());
    }
}
