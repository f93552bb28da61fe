package org.tsunagu.app.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.app.checkups.Treatment;
import org.tsunagu.app.guidance.CourseSummary;
import org.tsunagu.app.reporting.Candidate.Answer;
import org.tsunagu.app.reporting.Candidate.Found;
import org.tsunagu.app.reporting.ReportCourses.Finished;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Settings;
import org.tsunagu.rules.eligibility.Eligibility;
import org.tsunagu.rules.eligibility.Exclusion;
import org.tsunagu.rules.eligibility.Member;
import org.tsunagu.rules.eligibility.Standing;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.plan.AgeClasses;
import org.tsunagu.rules.plan.AgeClasses.AgeClass;
import org.tsunagu.rules.rates.GuidanceYear;
import org.tsunagu.rules.rates.PersonYear;
import org.tsunagu.rules.rates.Rates;
import org.tsunagu.rules.stratification.Level;
import org.tsunagu.rules.value.VariableTable;

/// Decides how each member stands in a year (年度の集計): target and denominator by [Eligibility], the result
/// that is counted, the indicators by [Rates]. For one thread.
final class Counting {

    static final List<String> HBA1C = List.of(
            new VariableTable(List.of()).row("hba1c_ngsp").text("item_codes").split(","));

    static final String GUIDANCE_RATE = "GUIDANCE_RATE";
    private static final String REPORTED_GUIDANCE = ReportRules.value("SELECTED_GUIDANCE");

    private final FiscalYear year;
    private final GuidanceOfYear guidance;
    private final Map<Long, List<Exclusion>> exclusions;
    private final Eligibility eligibility = Settings.shipped().eligibility(List.of());
    private final Rates rates;
    private final List<AgeClass> classes;
    private final List<String> indicators;
    private final Gaps gaps;

    /// Counts a year.
    ///
    /// @param guidance what guidance did
    /// @param exclusions who is no target and why, by member
    Counting(FiscalYear year, GuidanceOfYear guidance, Map<Long, List<Exclusion>> exclusions) {
        this.year = year;
        this.guidance = guidance;
        this.exclusions = exclusions;
        this.rates = new Rates(List.of(), guidance.options());
        this.classes = new AgeClasses(List.of()).of(year);
        this.indicators = Indicators.of(year).stream().map(Row::key).toList();
        this.gaps = new Gaps(eligibility);
    }

    Counted count(Candidate who) {
        var member = new Member(who.birth(), who.enrolments(), exclusions.getOrDefault(who.memberId(), List.of()));
        var standing = eligibility.standing(member, year);
        // They come in the order in which they would be the result of the year.
        var result = who.results().stream()
                .filter(found -> !found.isSuperseded() && found.held().isEmpty())
                .filter(found ->
                        eligibility.examinationCounts(member, found.examDate()).value())
                .findFirst();
        var below = new ArrayList<String>();
        var above = new ArrayList<String>();
        var person = person(who, standing, result);
        for (var indicator : indicators) {
            var counted = rates.count(indicator, person);
            if (counted.inDenominator()) {
                below.add(indicator);
            }
            if (counted.inNumerator()) {
                above.add(indicator);
            }
        }
        return new Counted(
                who,
                ages(standing.age()),
                standing,
                result,
                below,
                above,
                Stream.concat(
                                gaps.of(who, member, standing, result).stream(),
                                unguided(who, result, below, above).stream())
                        .toList(),
                guided(who, result, above));
    }

    /// Guidance that is reported: the file has a document for it.
    private Optional<Finished> guided(Candidate who, Optional<Found> result, List<String> above) {
        return above.contains(REPORTED_GUIDANCE)
                ? guidance.course(who.memberId())
                        .filter(CourseSummary::isFinished)
                        .flatMap(course -> result.map(found -> new Finished(course, found)))
                : Optional.empty();
    }

    /// Guidance that is not finished costs its rate.
    private Optional<Gap> unguided(Candidate who, Optional<Found> result, List<String> below, List<String> above) {
        if (result.isEmpty() || !below.contains(GUIDANCE_RATE) || above.contains(GUIDANCE_RATE)) {
            return Optional.empty();
        }
        var course = guidance.course(who.memberId());
        var kind = course.filter(CourseSummary::isStarted).isPresent() ? "GUIDANCE_UNFINISHED" : "NOT_GUIDED";
        return Optional.of(new Gap(
                kind,
                result.get().checkupId(),
                result.get().documentId(),
                course.map(one -> one.state().name()).stream().toList(),
                GUIDANCE_RATE,
                1,
                0));
    }

    private String ages(int age) {
        return classes.stream()
                .filter(one -> one.from() <= age && age <= one.to())
                .map(AgeClass::name)
                .findFirst()
                .orElse("");
    }

    private PersonYear person(Candidate who, Standing standing, Optional<Found> result) {
        var values = result.map(Found::values);
        return new PersonYear(
                year,
                standing.inDenominator().value(),
                // The rates among the examined are those of the programme: of nobody below or above its ages.
                result.filter(found ->
                                found.isComplete() && !ages(standing.age()).isEmpty())
                        .isPresent(),
                result.flatMap(Found::metabolic).map(Answer::value).map(MetabolicCode::of),
                result.flatMap(Found::level).map(Answer::value).map(Level::of),
                values.flatMap(Counting::hba1c),
                values.flatMap(Counting::onDrug),
                guidance(who, values));
    }

    /// The insurer may have confirmed in the result itself that a drug was started after the checkup.
    private GuidanceYear guidance(Candidate who, Optional<CheckupValues> values) {
        var known = guidance.of(who.memberId());
        var isStarted = values.filter(all -> Treatment.isCorrected(all, ReportRules.value("DRUG_STARTED")))
                .isPresent();
        return new GuidanceYear(
                known.hadFirstInterview(),
                known.finished(),
                known.hasDrugSinceCheckup() || isStarted,
                known.finishedLastYear());
    }

    private static Optional<BigDecimal> hba1c(CheckupValues values) {
        return HBA1C.stream()
                .flatMap(code -> Items.shipped().find(code).stream())
                .map(values::get)
                .filter(value -> value.state().isValue())
                .flatMap(value -> Stream.ofNullable(value.number()))
                .findFirst();
    }

    private static Optional<Boolean> onDrug(CheckupValues values) {
        return switch (Treatment.any(values)) {
            case YES -> Optional.of(true);
            case NO -> Optional.of(false);
            case UNKNOWN, NOT_ASKED -> Optional.empty();
        };
    }
}
