package org.tsunagu.app.reporting;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.guidance.CourseSummary;
import org.tsunagu.app.guidance.DrugStarters;
import org.tsunagu.app.guidance.Guidance;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.guidance.CourseState;
import org.tsunagu.rules.rates.GuidanceYear;
import org.tsunagu.rules.rates.Rates.Option;

/// What guidance did for the checkups of a year and of the year before (保健指導の実績), by member: as many entries as there
/// were courses.
final class GuidanceOfYear {

    private final Map<Long, CourseSummary> courses = new HashMap<>();
    private final Set<Long> finishedLastYear = new HashSet<>();
    private final Set<Long> onDrug = new HashSet<>();
    private final Set<Option> options;

    private GuidanceOfYear(Set<Option> options) {
        this.options = options;
    }

    /// Reads it; within the transaction of the caller.
    static GuidanceOfYear read(Guidance guidance, DrugStarters drugStarters, InsurerId insurer, FiscalYear year) {
        var read = new GuidanceOfYear(options(drugStarters));
        guidance.courses(insurer, year, read::add);
        guidance.courses(insurer, new FiscalYear(year.year() - 1), course -> {
            if (course.isFinished()) {
                read.finishedLastYear.add(course.memberId());
            }
        });
        read.onDrug.addAll(guidance.excluded(insurer, year));
        return read;
    }

    /// How the insurer of the current transaction has chosen to count.
    static Set<Option> options(DrugStarters drugStarters) {
        return drugStarters.areDropped() ? Set.of(Option.DROPS_DRUG_STARTERS) : Set.of();
    }

    /// How the insurer counts.
    Set<Option> options() {
        return options;
    }

    /// Of two courses in a year the one that got further counts.
    private void add(CourseSummary course) {
        courses.merge(course.memberId(), course, (one, other) -> {
            if (one.isFinished() != other.isFinished()) {
                return one.isFinished() ? one : other;
            }
            return other.isStarted() || !one.isStarted() ? other : one;
        });
        if (course.state() == CourseState.EXCLUDED_DRUG) {
            onDrug.add(course.memberId());
        }
    }

    GuidanceYear of(long memberId) {
        var course = course(memberId);
        return new GuidanceYear(
                course.filter(CourseSummary::isStarted).isPresent(),
                course.filter(CourseSummary::isFinished).map(CourseSummary::kind),
                onDrug.contains(memberId),
                finishedLastYear.contains(memberId));
    }

    /// The course of a member for a checkup of the year.
    Optional<CourseSummary> course(long memberId) {
        return Optional.ofNullable(courses.get(memberId));
    }
}
