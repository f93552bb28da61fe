package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.guidance.GuidanceWorld.support;
import static org.tsunagu.app.guidance.ReceivedWorld.NUMBER;
import static org.tsunagu.app.guidance.ReceivedWorld.codes;
import static org.tsunagu.app.guidance.ReceivedWorld.happened;
import static org.tsunagu.app.guidance.ReceivedWorld.person;
import static org.tsunagu.app.guidance.ReceivedWorld.row;
import static org.tsunagu.app.guidance.ReceivedWorld.send;
import static org.tsunagu.app.guidance.ReceivedWorld.world;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.rules.guidance.Trigger;

/// What a document says and the records do not stands beside both.
@ExtendWith(Office.Extension.class)
class ReceivedDifferencesTest {

    @TempDir
    Path folder;

    @Test
    void a_session_that_staff_has_recorded_is_not_written_twice(Office office) throws IOException {
        var world = world(office);
        world.checkup(4, "2024-05-31", "1", "92.3", "78.4");
        var course = row(office, send(folder, office, Hg08.start(person(4)))).courseId();
        world.take(course, support("2024-08-10", "IND", 20));

        var end = send(folder, office, Hg08.end(person(4), "320"));

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
        var course = row(office, send(folder, office, Hg08.start(person(5)))).courseId();
        // The session by telephone is there, but not its five minutes.
        var end = send(
                folder,
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
    void the_rules_refuse_what_should_not_have_been_and_it_is_said(Office office) throws IOException {
        var world = world(office);
        world.checkup(11, "2024-05-31", "2", "92.3", "78.4");

        // Ten minutes are no first interview, and the judgement was motivational support.
        var document = send(
                folder,
                office,
                Hg08.of("21", "20240710", person(11), "1")
                        .common("20240531")
                        .first("24010", "1", "10")
                        .totals(false, "160"));

        assertThat(codes(office, document)).containsExactly("LEVEL|1|2", "REFUSED|FIRST_INTERVIEW|2024-07-10");
        assertThat(world.summary(row(office, document).courseId())).returns(false, CourseSummary::isStarted);
    }
}
