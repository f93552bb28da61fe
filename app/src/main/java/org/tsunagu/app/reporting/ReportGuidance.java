package org.tsunagu.app.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceAct;
import org.tsunagu.checkupformat.document.GuidanceCourse;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.checkupformat.problems.DocumentChecks;
import org.tsunagu.checkupformat.problems.ReceptionContext;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.time.Dates;

/// Turns the received documents of a course into the one of the report (法定報告用の特定保健指導情報): what the start
/// and the end said becomes one document, which is checked as any that is received. What they do not say
/// is not made up. For one thread.
final class ReportGuidance {

    private static final Field PROGRAMME = Field.of(ReportRules.value("PROGRAMME_GUIDANCE"));
    private static final String DAY_OF = ReportRules.value("GUIDANCE_DAY");

    private final ReportHeader reported;
    private final DocumentChecks checks;

    /// @param day of the report
    /// @param insurer number of eight digits
    ReportGuidance(LocalDate day, String insurer) {
        this.reported = new ReportHeader(Field.of(Dates.compact(day)), Field.of(insurer), PROGRAMME);
        this.checks = new DocumentChecks(Items.shipped(), ReceptionContext.on(day));
    }

    /// A document, or why there is none.
    ///
    /// @param problems words of `reporting.detail`, or ids of checks with their item
    record Built(Optional<GuidanceDocument> document, List<String> problems) {

        private static Built none(List<String> problems) {
            return new Built(Optional.empty(), List.copyOf(problems));
        }
    }

    /// Puts the documents of a course together.
    ///
    /// @param received in the order in which they came
    Built of(ReportCourse course, List<GuidanceDocument> received) {
        if (received.isEmpty()) {
            return Built.none(List.of("ORIGINAL"));
        }
        var problems = new LinkedHashSet<String>();
        if (received.stream().noneMatch(one -> one.has(GuidanceSection.FIRST))) {
            problems.add("NO_FIRST");
        }
        if (received.stream().noneMatch(one -> one.has(GuidanceSection.FINAL))) {
            problems.add("NO_LAST");
        }
        if (!problems.isEmpty()) {
            return Built.none(List.copyOf(problems));
        }
        var merged = new GuidanceDocument(header(received), MergedGuidance.of(received));
        problems.addAll(staff(merged));
        var said = GuidanceCourse.of(merged);
        if (said.checkupDay().filter(of -> !of.equals(course.examDate())).isPresent()) {
            problems.add("OTHER_RESULT");
        }
        found(merged).forEach(problem -> problems.add(word(problem)));
        return problems.isEmpty() ? new Built(Optional.of(merged), List.of()) : Built.none(List.copyOf(problems));
    }

    private Header header(List<GuidanceDocument> received) {
        var header = received.stream()
                .filter(one -> one.has(GuidanceSection.FINAL))
                .reduce((early, late) -> late)
                .orElseThrow()
                .header();
        var service = received.stream()
                .flatMap(one -> one.acts(DAY_OF))
                .map(GuidanceAct::date)
                .filter(date -> !date.isEmpty())
                .reduce((early, late) -> late)
                .orElse(header.examDate());
        return reported.of(header, service);
    }

    /// Who held a contact is required in the report; the checks leave that to the documents of a claim.
    private static List<String> staff(GuidanceDocument merged) {
        var missing = new ArrayList<String>();
        for (var section : List.of(GuidanceSection.FIRST, GuidanceSection.FINAL)) {
            merged.acts(section)
                    .filter(act -> act.mood().equals(MergedGuidance.DONE) && act.isSession())
                    .filter(act ->
                            act.staff().isEmpty() || act.facility().number().isEmpty())
                    .forEach(act -> missing.add(act.staff().isEmpty() ? "STAFF" : "FACILITY"));
        }
        return missing;
    }

    private List<Problem> found(GuidanceDocument merged) {
        var problems = new ArrayList<Problem>();
        checks.check(merged, Place.of("report"), new Reporter(CheckupCatalogue.shipped(), problems::add));
        return problems.stream().filter(one -> one.severity().refuses()).toList();
    }

    private static String word(Problem problem) {
        var item = problem.place().item();
        return item.isEmpty() ? problem.code() : problem.code() + " " + item;
    }
}
