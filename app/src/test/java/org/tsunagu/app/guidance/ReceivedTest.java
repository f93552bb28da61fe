package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.guidance.ReceivedWorld.codes;
import static org.tsunagu.app.guidance.ReceivedWorld.happened;
import static org.tsunagu.app.guidance.ReceivedWorld.person;
import static org.tsunagu.app.guidance.ReceivedWorld.publish;
import static org.tsunagu.app.guidance.ReceivedWorld.row;
import static org.tsunagu.app.guidance.ReceivedWorld.send;
import static org.tsunagu.app.guidance.ReceivedWorld.world;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.guidance.ReceivedGuidance.State;
import org.tsunagu.rules.guidance.CourseState;
import org.tsunagu.rules.guidance.Trigger;

/// Documents of providers become courses, in any order.
@ExtendWith(Office.Extension.class)
class ReceivedTest {

    @TempDir
    Path folder;

    @Test
    void the_start_and_the_end_make_a_finished_course_of_active_support(Office office) throws IOException {
        var world = world(office);
        world.checkup(1, "2024-05-31", "1", "92.3", "78.4");

        var start = send(folder, office, Hg08.start(person(1)));
        var course = row(office, start).courseId();
        assertThat(world.summary(course)).returns(0, CourseSummary::points);
        var end = send(folder, office, Hg08.end(person(1), "320"));

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

        var end = send(folder, office, Hg08.end(person(2), "320"));
        assertThat(row(office, end).state()).isEqualTo(State.WAITING);
        assertThat(codes(office, end)).containsExactly("CHK-GUI-003|2024-05-31");
        world.checkup(2, "2024-05-31", "1", "92.3", "78.4");
        var start = send(folder, office, Hg08.start(person(2)));

        assertThat(row(office, end).state()).isEqualTo(State.TAKEN);
        assertThat(world.summary(row(office, start).courseId())).returns(CourseState.COMPLETED, CourseSummary::state);
        assertThat(codes(office, start)).isEmpty();
        assertThat(codes(office, end)).isEmpty();
    }

    @Test
    void a_document_of_the_third_period_is_counted_by_its_own_codes(Office office) throws IOException {
        var world = world(office);
        world.checkup(8, "2023-05-31", "1", "92.3", "78.4");

        var document = send(
                folder,
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

        var document = send(folder, office, Hg08.start(person(9)));

        assertThat(codes(office, document)).containsExactly("NO_TARGET|2024-05-31");
        var member = world.member(9).value();
        assertThat(world.as(() -> office.bean(Guidance.class).of(member))).isEmpty();
    }

    @Test
    void what_was_done_after_a_loss_is_not_taken_and_the_rest_is(Office office) throws IOException {
        var world = world(office);
        world.checkup(12, "2024-05-31", "1", "92.3", "78.4");
        office.everything()
                .update(
                        "update membership.coverage set to_day = '2024-08-31' where member_id = ?",
                        world.member(12).value());

        var start = send(folder, office, Hg08.start(person(12)));
        var end = send(folder, office, Hg08.end(person(12), "320"));

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

        var before = send(folder, office, end);
        assertThat(codes(office, before)).containsExactly("NO_COURSE");
        var start = send(folder, office, Hg08.start(person(13)));

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
        var start = send(folder, office, Hg08.start(person(15)));
        world.open(world.checkup(15, "2024-08-20", "1", "92.3", "78.4"));

        var end =
                send(folder, office, Hg08.of("24", "20240910", person(15), "1").supports("24010", "20240905 1 20 70"));

        assertThat(row(office, end).courseId())
                .isEqualTo(row(office, start).courseId())
                .isPositive();
    }

    @Test
    void a_document_of_another_insurer_becomes_no_course_here(Office office) throws IOException {
        var world = world(office);
        world.checkup(14, "2024-05-31", "1", "92.3", "78.4");
        var other = Hg08.person("99600017", "714", GuidanceWorld.kana(14), "19740501");

        var document = send(folder, office, Hg08.start(other));

        assertThat(office.everything()
                        .queryForObject("select match from intake.document where id = ?", String.class, document))
                .isEqualTo("EARLIER");
        publish(office, document, 14, Hg08.start(other).build());
        assertThat(codes(office, document)).containsExactly("OTHER_INSURER|99600017");
    }
}
