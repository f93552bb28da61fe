package org.tsunagu.app.reporting;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.guidance.CourseSummary;
import org.tsunagu.app.guidance.DrugStarters;
import org.tsunagu.app.guidance.Guidance;
import org.tsunagu.app.reporting.Candidate.Found;
import org.tsunagu.app.tickets.Exclusions;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Row;
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
    /// @param exclusion code of the exclusion that takes the person out; empty for none
    /// @param certainty of the rows that decided about target and denominator
    /// @param checkup the complete result with which they count; empty when there is none
    /// @param isToGuide whether they count in the denominator of the guidance rate
    /// @param course for a checkup of the year
    public record PersonOfYear(
            long memberId,
            boolean isTarget,
            String exclusion,
            boolean inDenominator,
            Certainty certainty,
            Optional<Long> checkup,
            boolean isToGuide,
            Optional<CourseSummary> course) {}

    /// Gives each of them to somebody; within the transaction of the caller. People outside the ages of the programme
    /// who
    /// had no checkup are left out.
    public void each(InsurerId insurer, FiscalYear year, Consumer<PersonOfYear> sink) {
        var courses = GuidanceOfYear.read(guidance, drugStarters, insurer, year);
        var counting = new Counting(year, courses, exclusions.counting(insurer, year));
        reader.each(year, candidate -> {
            var counted = counting.count(candidate);
            sink.accept(new PersonOfYear(
                    candidate.memberId(),
                    counted.isTarget(),
                    counted.standing().exclusion().map(Row::key).orElse(""),
                    counted.inDenominator(),
                    Certainty.weakest(Stream.of(
                            counted.standing().target().certainty(),
                            counted.standing().inDenominator().certainty())),
                    counted.result()
                            .filter(found ->
                                    found.isComplete() && !counted.ages().isEmpty())
                            .map(Found::checkupId),
                    counted.below().contains(Counting.GUIDANCE_RATE),
                    courses.course(candidate.memberId())));
        });
    }
}
