package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.guidance.GuidanceWorld.TODAY;
import static org.tsunagu.app.guidance.GuidanceWorld.on;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.guidance.Recording.Outcome;
import org.tsunagu.app.tickets.IssueTerms;
import org.tsunagu.app.tickets.Schedule;
import org.tsunagu.app.tickets.Ticket.State;
import org.tsunagu.app.tickets.TicketKind;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.guidance.CourseState;
import org.tsunagu.rules.guidance.Form;
import org.tsunagu.rules.guidance.Trigger;

/// The guidance ticket of a course: out with the opening, once, and out of use when nothing came of it.
@ExtendWith(Office.Extension.class)
class TicketOfCourseTest {

    private static final String CHECKUP = TODAY.minusDays(20).toString();
    private static final FiscalYear YEAR = FiscalYear.containing(TODAY.minusDays(20));

    private static GuidanceWorld world(Office office, String number) {
        var world = GuidanceWorld.of(office, number);
        if (world.as(() -> office.bean(IssueTerms.class).find(world.insurer().id(), YEAR, TicketKind.Family.GUIDANCE))
                .isEmpty()) {
            world.terms(YEAR.year());
        }
        return world;
    }

    private static Schedule.Step step(Office office, GuidanceWorld world) {
        return world.as(() -> office.bean(Schedule.class).of(YEAR)).stream()
                .filter(one -> one.key().equals("GUIDANCE_TICKETS"))
                .findFirst()
                .orElseThrow();
    }

    private static Entry today(Trigger trigger) {
        return on(trigger, TODAY.toString());
    }

    @Test
    void a_form_of_opening_that_is_sent_twice_issues_one_ticket(Office office) {
        var world = GuidanceWorld.of(office, "99600050");
        world.terms(YEAR.year());
        world.checkup(1, CHECKUP, "1", "92.3", "78.4");
        assertThat(step(office, world).count()).isZero();
        var nurse = world.visitor("nurse");
        var person = "/guidance/candidates/%d".formatted(world.member(1).value());
        nurse.get(person + "?year=" + YEAR.year());

        var first = nurse.post(person + "/open", "year", "" + YEAR.year());
        var second = nurse.post(person + "/open", "year", "" + YEAR.year());

        var ticket = world.tickets(1);
        assertThat(ticket).hasSize(1);
        assertThat(ticket.getFirst().number().kind()).as("active support").isEqualTo('3');
        assertThat(first.path()).contains("guidance.opened");
        assertThat(first.body())
                .contains(ticket.getFirst().number().digits())
                .contains("利用券発行")
                .contains("発行済み")
                .contains("800円");
        assertThat(second.body().split("利用券の発行", -1)).hasSameSizeAs(first.body().split("利用券の発行", -1));
        assertThat(nurse.get("/tickets/members/%d?year=%d"
                                .formatted(world.member(1).value(), YEAR.year()))
                        .body())
                .contains(ticket.getFirst().number().digits());
        assertThat(step(office, world).count()).isOne();
        assertThat(step(office, world).state()).isIn(Schedule.State.RUNNING, Schedule.State.OVER);
    }

    @Test
    void who_declines_before_the_first_interview_has_no_ticket_any_more_until_that_is_taken_back(Office office) {
        var world = world(office, "99600051");
        var course = world.open(world.checkup(2, CHECKUP, "2", "92.3", "78.4"));
        world.take(course, today(Trigger.DECLINE));

        assertThat(world.tickets(2)).extracting(one -> one.state()).containsExactly(State.VOID);
        var decline = world.course(course).records().getLast();
        var at = new Recording.At(course, world.course(course).version(), decline.id(), UUID.randomUUID());
        assertThat(world.as(() -> office.bean(Recording.class).annul(at, "誤り"))).isInstanceOf(Outcome.Done.class);

        assertThat(world.summary(course).state()).isEqualTo(CourseState.TICKET_ISSUED);
        assertThat(world.tickets(2)).extracting(one -> one.state()).containsExactly(State.ISSUED, State.VOID);
    }

    @Test
    void the_ticket_of_a_course_that_has_begun_is_used_and_stays_so_when_it_ends(Office office) {
        var world = world(office, "99600051");
        var course = world.open(world.checkup(3, CHECKUP, "2", "92.3", "78.4"));
        world.take(course, today(Trigger.APPLY), GuidanceWorld.interview(TODAY.toString()), today(Trigger.DECLINE));

        assertThat(world.tickets(3)).extracting(one -> one.state()).containsExactly(State.USED);
    }

    @Test
    void a_first_interview_that_is_taken_back_gives_the_ticket_back(Office office) {
        var world = world(office, "99600051");
        var course = world.open(world.checkup(5, CHECKUP, "2", "92.3", "78.4"));
        world.take(course, today(Trigger.APPLY), GuidanceWorld.interview(TODAY.toString()));
        assertThat(world.tickets(5)).extracting(one -> one.state()).containsExactly(State.USED);

        var interview = world.course(course).records().getLast();
        var at = new Recording.At(course, world.course(course).version(), interview.id(), UUID.randomUUID());
        assertThat(world.as(() -> office.bean(Recording.class).annul(at, "別の方の記録")))
                .isInstanceOf(Outcome.Done.class);

        assertThat(world.tickets(5)).extracting(one -> one.state()).containsExactly(State.ISSUED);
    }

    @Test
    void without_terms_of_the_year_the_course_says_so_and_gets_its_ticket_later(Office office) {
        var world = GuidanceWorld.of(office, "99600052");
        world.checkup(4, CHECKUP, "1", "92.3", "78.4");
        var nurse = world.visitor("nurse");
        var person = "/guidance/candidates/%d".formatted(world.member(4).value());
        nurse.get(person + "?year=" + YEAR.year());
        var opened = nurse.post(person + "/open", "year", "" + YEAR.year());
        assertThat(opened.path()).contains("guidance.ticket.none");
        var place = opened.path().replaceFirst("[?].*", "");
        assertThat(nurse.post(place + "/ticket", "why", "発行条件の登録後").path()).contains("guidance.problem.ticket");

        world.terms(YEAR.year());
        assertThat(nurse.post(place + "/ticket", "why", " ").path()).contains("guidance.problem.why");
        assertThat(nurse.post(place + "/ticket", "why", "発行条件の登録後").path()).contains("guidance.ticket.saved");
        assertThat(nurse.post(place + "/ticket", "why", "紛失").path()).contains("guidance.ticket.saved");
        assertThat(world.tickets(4)).extracting(one -> one.state()).containsExactly(State.ISSUED, State.REISSUED);
    }

    @Test
    void a_ticket_is_no_obstacle_to_an_interview_of_the_first_week(Office office) {
        var world = world(office, "99600051");
        var course = world.open(world.checkup(5, TODAY.minusDays(3).toString(), "1", "92.3", "78.4"));
        assertThat(world.summary(course).state()).isEqualTo(CourseState.TICKET_ISSUED);
        var part = new Entry(
                Trigger.FIRST_PART,
                TODAY.minusDays(3),
                Optional.of(Form.INDIVIDUAL),
                OptionalInt.of(20),
                OptionalInt.empty(),
                "",
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                false,
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                "",
                "保健師 試験");

        // On the day of the checkup, recorded after the ticket came out.
        world.take(course, part);

        assertThat(world.summary(course).state()).isEqualTo(CourseState.INITIAL_PART1);
    }

    @Test
    void what_the_machine_recorded_is_not_corrected_by_hand(Office office) {
        var world = world(office, "99600051");
        var course = world.open(world.checkup(6, CHECKUP, "2", "92.3", "78.4"));
        var issued = world.course(course).records().getFirst();
        assertThat(issued.origin()).isEqualTo(Recorded.SYSTEM);

        assertThat(world.record(course, world.course(course).version(), issued.id(), today(Trigger.ISSUE_TICKET)))
                .isInstanceOf(Outcome.NotByHand.class);
        var at = new Recording.At(course, world.course(course).version(), issued.id(), UUID.randomUUID());
        assertThat(world.as(() -> office.bean(Recording.class).annul(at, "誤り"))).isInstanceOf(Outcome.NotByHand.class);
    }
}
