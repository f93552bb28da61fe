package org.tsunagu.app.reporting;

import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.guidance.CourseSummary;
import org.tsunagu.app.guidance.DrugStarters;
import org.tsunagu.app.guidance.Guidance;
import org.tsunagu.app.reporting.Candidate.Found;
import org.tsunagu.app.tickets.Exclusions;
import org.tsunagu.codes.time.FiscalYear;

/// How people stand in a year (年度の取扱い), by the same decisions as the statutory report, for whoever counts other things.
@Service
public class PeopleOfYear {

    private final CandidateReader reader;
    private final Guidance guidance;
    private final DrugStarters drugStarters;
    private final Exclusions exclusions;

    PeopleOfYear(CandidateReader reader, Guidance guidance, DrugStarters drugStarters, Exclusions exclusions) {
        this.reader = reader;
        this.guidance = guidance;
        this.drugStarters = drugStarters;
        this.exclusions = exclusions;
    }

    /// One of them (年度の一人).
    ///
    /// @param isTarget whether the programme is for them on the first day of the year
    /// @param isExcluded whether an exclusion is recorded
    /// @param checkup the complete result with which they count; empty when there is none
    /// @param isToGuide whether they count in the denominator of the guidance rate
    /// @param course for a checkup of the year
    public record PersonOfYear(
            long memberId,
            boolean isTarget,
            boolean isExcluded,
            boolean inDenominator,
            Optional<Long> checkup,
            boolean isToGuide,
            Optional<CourseSummary> course) {}

    /// Gives each of them to somebody; within the transaction of the caller. People outside the ages of the programme
    /// who
    /// had no checkup are left out.
    public void each(InsurerId insurer, FiscalYear year, Consumer<PersonOfYear> sink) {
        var courses = GuidanceOfYear.read(guidance, drugStarters, insurer, year);
        var excluded = exclusions.counting(insurer, year);
        var counting = new Counting(year, courses, excluded);
        reader.each(year, candidate -> {
            var counted = counting.count(candidate);
            sink.accept(new PersonOfYear(
                    candidate.memberId(),
                    counted.isTarget(),
                    excluded.containsKey(candidate.memberId()),
                    counted.inDenominator(),
                    counted.result()
                            .filter(found ->
                                    found.isComplete() && !counted.ages().isEmpty())
                            .map(Found::checkupId),
                    counted.below().contains(Counting.GUIDANCE_RATE),
                    courses.course(candidate.memberId())));
        });
    }
}
