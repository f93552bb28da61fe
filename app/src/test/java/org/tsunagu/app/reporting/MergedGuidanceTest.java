package org.tsunagu.app.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsunagu.app.guidance.Hg08;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceAct;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.GuidanceResult;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.rules.guidance.CourseKind;

/// The documents of a course become the one of the report.
class MergedGuidanceTest {

    private static final Patient PERSON = Hg08.person("99600058", "701", "シドウ ア", "19610501");
    private static final LocalDate DAY = LocalDate.parse("2025-10-01");
    private static final LocalDate CHECKUP = LocalDate.parse("2024-05-31");

    private static ReportCourse course(LocalDate checkup) {
        return new ReportCourse(1, 1, checkup, List.of(1L, 2L), List.of());
    }

    private static List<String> codes(GuidanceSection section) {
        return section.acts().stream()
                .flatMap(act -> act.results().stream())
                .map(GuidanceResult::code)
                .toList();
    }

    private static GuidanceSection section(GuidanceDocument document, String code) {
        return document.sections().stream()
                .filter(one -> one.code().text().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_start_and_the_end_are_one_document_without_what_the_report_does_not_ask_for() {
        var built = new ReportGuidance(DAY, "99600058")
                .of(
                        course(CHECKUP),
                        List.of(
                                Hg08.start(PERSON).build(),
                                Hg08.end(PERSON, "320").build()));

        assertThat(built.problems()).isEmpty();
        var document = built.document().orElseThrow();
        assertThat(document.sections())
                .extracting(one -> one.code().text())
                .as("no continuous support contact by contact")
                .containsExactly("90010", "90030", "90060", "90070", "90080");
        assertThat(codes(section(document, "90030")))
                .as("the planned period and improvements, no target waist and weight")
                .contains("1021000020", "1021001053")
                .doesNotContain("1021001031", "1021001032");
        assertThat(document.header().examDate().text())
                .as("of the final evaluation")
                .isEqualTo("20241015");
        assertThat(document.header().created().text()).isEqualTo("20251001");
    }

    @Test
    void the_facilities_say_what_they_did_once_each() {
        var built = new ReportGuidance(DAY, "99600058")
                .of(
                        course(CHECKUP),
                        List.of(
                                Hg08.start(PERSON).build(),
                                Hg08.end(PERSON, "320").build()));

        assertThat(section(built.document().orElseThrow(), "90080").acts())
                .extracting(act -> act.results().stream()
                        .map(GuidanceResult::text)
                        .reduce((one, other) -> one + " " + other)
                        .orElse(""))
                .containsExactly("9911000017 つなぐ見本診療所 1 1", "9911000017 つなぐ見本診療所 1 5", "9911000017 つなぐ見本診療所 1 6");
    }

    @Test
    void of_two_documents_about_the_same_the_later_one_is_taken() {
        var corrected = with(
                Hg08.start(PERSON).build(),
                act -> new GuidanceAct(
                        act.mood(),
                        act.form().isEmpty() ? act.form() : Field.of("2"),
                        act.formSystem(),
                        act.date(),
                        act.length(),
                        act.staff(),
                        act.staffSystem(),
                        act.facility(),
                        act.results(),
                        1,
                        1));
        var documents =
                List.of(Hg08.start(PERSON).build(), Hg08.end(PERSON, "320").build(), corrected);

        var built = new ReportGuidance(DAY, "99600058").of(course(CHECKUP), documents);

        assertThat(section(built.document().orElseThrow(), "90030")
                        .acts()
                        .getFirst()
                        .form()
                        .text())
                .isEqualTo("2");
    }

    private static GuidanceDocument with(
            GuidanceDocument document, java.util.function.UnaryOperator<GuidanceAct> change) {
        var sections = new ArrayList<GuidanceSection>();
        document.sections()
                .forEach(one -> sections.add(new GuidanceSection(
                        one.code(), one.acts().stream().map(change).toList())));
        return new GuidanceDocument(document.header(), List.copyOf(sections));
    }

    @Test
    void what_is_missing_is_said_and_nothing_is_made_up() {
        var start = Hg08.start(PERSON).build();
        var end = Hg08.end(PERSON, "320").build();
        var writing = new ReportGuidance(DAY, "99600058");

        assertThat(writing.of(course(CHECKUP), List.of(start)).problems()).containsExactly("NO_LAST");
        assertThat(writing.of(course(CHECKUP), List.of(end)).problems()).containsExactly("NO_FIRST");
        assertThat(writing.of(course(CHECKUP), List.of()).problems()).containsExactly("ORIGINAL");
        assertThat(writing.of(course(CHECKUP.plusDays(20)), List.of(start, end)).problems())
                .containsExactly("OTHER_RESULT");
        var noStaff = with(
                end,
                act -> new GuidanceAct(
                        act.mood(),
                        act.form(),
                        act.formSystem(),
                        act.date(),
                        act.length(),
                        Field.ABSENT,
                        "",
                        act.facility(),
                        act.results(),
                        1,
                        1));
        assertThat(writing.of(course(CHECKUP), List.of(start, noStaff)).problems())
                .containsExactly("STAFF");
        var noWaist = with(
                end,
                act -> act.with(act.results().stream()
                        .filter(result -> !result.code().equals("1042001031"))
                        .toList()));
        assertThat(writing.of(course(CHECKUP), List.of(start, noWaist)).problems())
                .containsExactly("CHK-GUI-001 1042001031");
    }

    @Test
    void what_the_insurers_own_records_do_not_hold_is_what_the_table_says() {
        assertThat(OwnGuidance.missing(CourseKind.MOTIVATIONAL))
                .containsExactly("STAFF", "EVALUATION_FORM", "FACILITY");
        assertThat(OwnGuidance.missing(CourseKind.ACTIVE))
                .containsExactly("STAFF", "PLAN", "EVALUATION_FORM", "SUPPORT_FORMS", "FACILITY");
    }
}
