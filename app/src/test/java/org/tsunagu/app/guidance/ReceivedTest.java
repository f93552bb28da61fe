package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.guidance.GuidanceWorld.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.guidance.ReceivedGuidance.State;
import org.tsunagu.app.intake.DeliveryRefused;
import org.tsunagu.app.intake.DocumentsMatched;
import org.tsunagu.app.intake.DocumentsMatched.Matched;
import org.tsunagu.app.intake.Repairs;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.rules.guidance.CourseState;
import org.tsunagu.rules.guidance.Trigger;

/// Documents of providers become courses: in any order, once, with what disagrees beside them.
@ExtendWith(Office.Extension.class)
class ReceivedTest {

    private static final String NUMBER = "99600033";

    @TempDir
    Path folder;

    private static GuidanceWorld world(Office office) {
        return GuidanceWorld.of(office, NUMBER);
    }

    private static Patient person(int number) {
        return Hg08.person(
                NUMBER, "7%02d".formatted(number), GuidanceWorld.kana(number), "%d0501".formatted(1960 + number));
    }

    /// Sends a document and waits until it has been read.
    ///
    /// @return its number
    private long send(Office office, Hg08 document) throws IOException {
        return send(office, document.bytes());
    }

    private long send(Office office, byte[] document) throws IOException {
        var file = Files.createTempFile(folder, "hg08", ".xml");
        Files.write(file, document);
        var insurer = world(office).insurer();
        var delivery = office.receive(insurer, file).deliveryId();
        office.waitForJobs(insurer);
        return office.everything()
                .queryForObject("select id from intake.document where delivery_id = ?", Long.class, delivery);
    }

    private static ReceivedGuidance row(Office office, long document) {
        return world(office)
                .as(() -> office.bean(TenantTransactions.class)
                        .inCurrent(() -> office.bean(ReceivedRows.class).find(document)))
                .orElseThrow();
    }

    private static List<String> codes(Office office, long document) {
        return row(office, document).problems().stream()
                .map(Difference::written)
                .toList();
    }

    private static List<Trigger> happened(PersonCourse course) {
        return course.current().stream().map(one -> one.event().trigger()).toList();
    }

    @Test
    void the_start_and_the_end_make_a_finished_course_of_active_support(Office office) throws IOException {
        var world = world(office);
        world.checkup(1, "2024-05-31", "1", "92.3", "78.4");

        var start = send(office, Hg08.start(person(1)));
        var course = row(office, start).courseId();
        assertThat(world.summary(course)).returns(0, CourseSummary::points);
        var end = send(office, Hg08.end(person(1), "320"));

        assertThat(row(office, end).courseId()).isEqualTo(course);
        assertThat(world.summary(course))
                .returns(CourseState.COMPLETED, CourseSummary::state)
                .returns(320, CourseSummary::points)
                .returns(Optional.of(LocalDate.parse("2024-07-10")), CourseSummary::firstInterview)
                .returns("つなぐ見本診療所", CourseSummary::provider);
        assertThat(world.course(course).goals()).containsExactlyInAnyOrder("BODY1", "PLAN_DIET", "PLAN_EXERCISE");
        assertThat(codes(office, start)).isEmpty();
        assertThat(codes(office, end)).isEmpty();
    }

    @Test
    void a_document_before_its_results_waits_and_the_end_may_come_before_the_start(Office office) throws IOException {
        var world = world(office);

        var end = send(office, Hg08.end(person(2), "320"));
        assertThat(row(office, end).state()).isEqualTo(State.WAITING);
        assertThat(codes(office, end)).containsExactly("CHK-GUI-003|2024-05-31");
        world.checkup(2, "2024-05-31", "1", "92.3", "78.4");
        var start = send(office, Hg08.start(person(2)));

        assertThat(row(office, end).state()).isEqualTo(State.TAKEN);
        assertThat(world.summary(row(office, start).courseId())).returns(CourseState.COMPLETED, CourseSummary::state);
        assertThat(codes(office, start)).isEmpty();
        assertThat(codes(office, end)).isEmpty();
    }

    @Test
    void the_same_again_changes_nothing_and_another_document_that_says_it_writes_nothing(Office office)
            throws IOException {
        var world = world(office);
        world.checkup(3, "2024-05-31", "1", "92.3", "78.4");
        var start = send(office, Hg08.start(person(3)));
        var before = world.course(row(office, start).courseId());

        assertThat(send(office, Hg08.start(person(3)))).isEqualTo(start);
        publish(office, start, 3, Hg08.start(person(3)).build());
        // Other bytes that say the same.
        var again = send(office, spaced(Hg08.start(person(3)).bytes()));

        assertThat(again).isNotEqualTo(start);
        assertThat(row(office, again).courseId()).isEqualTo(before.id());
        assertThat(world.course(before.id())).isEqualTo(before);
    }

    private static byte[] spaced(byte[] document) {
        var text = new String(document, StandardCharsets.UTF_8);
        return text.replace("</ClinicalDocument>", "\n</ClinicalDocument>").getBytes(StandardCharsets.UTF_8);
    }

    private static void publish(Office office, long document, int member, GuidanceDocument said) {
        var world = world(office);
        var matched = new Matched<ReceivedFile>(document, world.member(member).value(), said);
        announce(office, new DocumentsMatched(world.insurer().id(), List.of(matched)));
    }

    private static void announce(Office office, Object event) {
        office.bean(TenantTransactions.class)
                .run(
                        world(office).insurer().id(),
                        () -> office.bean(ApplicationEventMulticaster.class)
                                .multicastEvent(new PayloadApplicationEvent<>(office, event)));
    }

    @Test
    void a_session_that_staff_has_recorded_is_not_written_twice(Office office) throws IOException {
        var world = world(office);
        world.checkup(4, "2024-05-31", "1", "92.3", "78.4");
        var course = row(office, send(office, Hg08.start(person(4)))).courseId();
        world.take(course, support("2024-08-10", "IND", 20));

        var end = send(office, Hg08.end(person(4), "320"));

        assertThat(happened(world.course(course)))
                .containsExactly(
                        Trigger.ISSUE_TICKET,
                        Trigger.APPLY,
                        Trigger.FIRST_INTERVIEW,
                        Trigger.SUPPORT,
                        Trigger.SUPPORT,
                        Trigger.EVALUATE);
        assertThat(world.summary(course)).returns(320, CourseSummary::points);
        assertThat(codes(office, end)).isEmpty();
    }

    @Test
    void points_that_disagree_are_shown_on_the_course_and_on_the_list(Office office) throws IOException {
        var world = world(office);
        world.checkup(5, "2024-05-31", "1", "92.3", "78.4");
        var course = row(office, send(office, Hg08.start(person(5)))).courseId();
        // The session by telephone is there, but not its five minutes.
        var end = send(
                office,
                Hg08.of("24", "20240910", person(5), "1")
                        .common("20240531")
                        .supports("24010", "20240810 1 20 70", "20240910 5 3 30")
                        .totals(true, "100"));

        assertThat(codes(office, end)).containsExactly("POINTS|100|70");
        var nurse = new Visitor(office);
        nurse.logIn(NUMBER + "-nurse", Office.PASSWORD);
        assertThat(nurse.get("/guidance/received").body())
                .contains("文書は100ポイント、記録からは70ポイント")
                .contains("/guidance/courses/" + course);
        assertThat(nurse.get("/guidance/courses/" + course).body())
                .contains("文書は100ポイント、記録からは70ポイント")
                .contains("つなぐ見本診療所");
        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from audit.event where member_id = ? and place = '/guidance/received'",
                                Integer.class,
                                world.member(5).value()))
                .isPositive();
        // Staff records another telephone call of that day with the minutes it really had.
        world.take(course, support("2024-09-10", "TEL", 10));
        assertThat(codes(office, end)).isEmpty();
    }

    @Test
    void a_document_that_says_something_else_now_takes_its_former_records_back(Office office) throws IOException {
        var world = world(office);
        world.checkup(6, "2024-05-31", "1", "92.3", "78.4");
        var start = send(office, Hg08.start(person(6)));
        var course = row(office, start).courseId();
        var before = world.course(course).records().size();

        publish(
                office,
                start,
                6,
                Hg08.of("21", "20240712", person(6), "1")
                        .common("20240531")
                        .first("24010", "1", "30")
                        .totals(false, "160")
                        .build());

        var now = world.course(course);
        assertThat(now.records()).hasSize(before * 3);
        assertThat(now.records().stream().filter(Recorded::annuls)).hasSize(before);
        assertThat(world.summary(course))
                .returns(Optional.of(LocalDate.parse("2024-07-12")), CourseSummary::firstInterview);
    }

    @Test
    void a_refused_delivery_takes_its_records_back_and_another_document_says_them_then(Office office)
            throws IOException {
        var world = world(office);
        world.checkup(7, "2024-05-31", "1", "92.3", "78.4");
        var start = send(office, Hg08.start(person(7)));
        var course = row(office, start).courseId();
        var again = send(office, spaced(Hg08.start(person(7)).bytes()));

        refuse(office, start);
        assertThat(row(office, start).state()).isEqualTo(State.WITHDRAWN);
        assertThat(world.course(course).current()).isNotEmpty().allMatch(one -> one.documentId() == again);
        refuse(office, again);
        assertThat(world.course(course).current()).isEmpty();
    }

    private static void refuse(Office office, long document) {
        announce(office, new DeliveryRefused(world(office).insurer().id(), 0, List.of(document)));
    }

    @Test
    void a_document_of_the_third_period_is_counted_by_its_own_codes(Office office) throws IOException {
        var world = world(office);
        world.checkup(8, "2023-05-31", "1", "92.3", "78.4");

        var document = send(
                office,
                Hg08.of("21", "20230710", person(8), "1")
                        .common("20230531")
                        .first("18140", "1", "30")
                        .supports("1113", "20230720 1 30 120", "20230910 5 10 20"));

        var course = row(office, document).courseId();
        assertThat(course).as(codes(office, document).toString()).isPositive();
        // 20 for each 5 minutes of individual support A up to 120, 10 for each 5 minutes by telephone B up to 20.
        assertThat(world.summary(course))
                .returns(140, CourseSummary::points)
                .returns(Optional.of(LocalDate.parse("2023-07-10")), CourseSummary::firstInterview);
        assertThat(codes(office, document)).isEmpty();
    }

    @Test
    void a_checkup_that_leads_to_no_guidance_keeps_its_document_waiting(Office office) throws IOException {
        var world = world(office);
        world.checkup(9, "2024-05-31", "3", "80.3", "60.4");

        var document = send(office, Hg08.start(person(9)));

        assertThat(codes(office, document)).containsExactly("NO_TARGET|2024-05-31");
        var member = world.member(9).value();
        assertThat(world.as(() -> office.bean(Guidance.class).of(member))).isEmpty();
    }

    @Test
    void a_document_whose_birth_date_was_put_right_is_taken(Office office) throws IOException {
        var world = world(office);
        world.checkup(10, "2024-05-31", "1", "92.3", "78.4");
        var written = new String(Hg08.start(person(10)).bytes(), StandardCharsets.UTF_8);

        var document = send(office, written.replace("19700501", "19700231").getBytes(StandardCharsets.UTF_8));
        var repairs = office.bean(Repairs.class);
        var outcome = office.as(world.insurer(), Role.CLERK, () -> {
            var sheet = repairs.sheet(document).orElseThrow();
            return repairs.apply(document, sheet.document().version(), Map.of("birth", "19700501"), "誤記");
        });

        assertThat(outcome).isEqualTo(Repairs.Outcome.TAKEN);
        assertThat(row(office, document).state()).isEqualTo(State.TAKEN);
        assertThat(world.summary(row(office, document).courseId()))
                .returns(CourseState.INITIAL_DONE, CourseSummary::state);
    }

    @Test
    void the_rules_refuse_what_should_not_have_been_and_it_is_said(Office office) throws IOException {
        var world = world(office);
        world.checkup(11, "2024-05-31", "2", "92.3", "78.4");

        // Ten minutes are no first interview, and the judgement was motivational support.
        var document = send(
                office,
                Hg08.of("21", "20240710", person(11), "1")
                        .common("20240531")
                        .first("24010", "1", "10")
                        .totals(false, "160"));

        assertThat(codes(office, document)).containsExactly("LEVEL|1|2", "REFUSED|FIRST_INTERVIEW|2024-07-10");
        assertThat(world.summary(row(office, document).courseId())).returns(false, CourseSummary::isStarted);
    }

    @Test
    void what_was_done_after_a_loss_is_not_taken_and_the_rest_is(Office office) throws IOException {
        var world = world(office);
        world.checkup(12, "2024-05-31", "1", "92.3", "78.4");
        office.everything()
                .update(
                        "update membership.coverage set to_day = '2024-08-31' where member_id = ?",
                        world.member(12).value());

        var start = send(office, Hg08.start(person(12)));
        var end = send(office, Hg08.end(person(12), "320"));

        assertThat(codes(office, start)).isEmpty();
        assertThat(codes(office, end))
                .containsExactly("NOT_INSURED|2024-09-10", "NOT_INSURED|2024-10-15", "POINTS|320|70");
        assertThat(happened(world.course(row(office, end).courseId())))
                .endsWith(Trigger.FIRST_INTERVIEW, Trigger.SUPPORT);
    }

    @Test
    void an_end_that_does_not_name_the_checkup_belongs_to_the_latest_course(Office office) throws IOException {
        var world = world(office);
        world.checkup(13, "2024-05-31", "1", "92.3", "78.4");
        var end = Hg08.of("24", "20240910", person(13), "1").supports("24010", "20240810 1 20 70");

        var before = send(office, end);
        assertThat(codes(office, before)).containsExactly("NO_COURSE");
        var start = send(office, Hg08.start(person(13)));

        assertThat(row(office, before).courseId())
                .isEqualTo(row(office, start).courseId())
                .isPositive();
        assertThat(world.summary(row(office, start).courseId())).returns(70, CourseSummary::points);
    }

    @Test
    void an_end_belongs_to_the_course_that_was_begun_although_a_newer_checkup_has_opened_another(Office office)
            throws IOException {
        var world = world(office);
        world.checkup(15, "2024-05-31", "1", "92.3", "78.4");
        var start = send(office, Hg08.start(person(15)));
        world.open(world.checkup(15, "2024-08-20", "1", "92.3", "78.4"));

        var end = send(office, Hg08.of("24", "20240910", person(15), "1").supports("24010", "20240905 1 20 70"));

        assertThat(row(office, end).courseId())
                .isEqualTo(row(office, start).courseId())
                .isPositive();
    }

    @Test
    void a_document_of_another_insurer_becomes_no_course_here(Office office) throws IOException {
        var world = world(office);
        world.checkup(14, "2024-05-31", "1", "92.3", "78.4");
        var other = Hg08.person("99600017", "714", GuidanceWorld.kana(14), "19740501");

        var document = send(office, Hg08.start(other));

        assertThat(office.everything()
                        .queryForObject("select match from intake.document where id = ?", String.class, document))
                .isEqualTo("EARLIER");
        publish(office, document, 14, Hg08.start(other).build());
        assertThat(codes(office, document)).containsExactly("OTHER_INSURER|99600017");
    }
}
