package org.tsunagu.rules.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tsunagu.rules.Cases;
import org.tsunagu.rules.ReasonTexts;
import org.tsunagu.rules.flow.Clocks.Due;
import org.tsunagu.rules.stratification.Level;

class CourseTest {

    private static final CourseRules RULES = Script.RULES;
    private static final LocalDate CHECKUP = LocalDate.of(2024, 5, 1);
    private static final String PLAN = "FIRST_INTERVIEW@2024-05-08{form=1,minutes=20}";

    private static Course active(String events) {
        return Script.play(Course.target(CHECKUP, Level.ACTIVE), events);
    }

    @Test
    void no_course_is_finished_before_three_months_whatever_happens() {
        var random = new Random(3L);
        var finished = 0;
        for (var turn = 0; turn < 15_000; turn++) {
            var level = random.nextBoolean() ? Level.ACTIVE : Level.MOTIVATIONAL;
            var course = Course.target(CHECKUP, level);
            var day = CHECKUP.minusDays(1);
            for (var i = 0; i < 14; i++) {
                day = day.plusDays(random.nextInt(20));
                if (RULES.apply(course, any(random, day)) instanceof Step.Taken taken) {
                    course = taken.course();
                }
            }
            if (course.state() == CourseState.COMPLETED) {
                finished++;
                assertThat(course.lastDay())
                        .as("%s", course)
                        .isAfterOrEqualTo(course.planDay().orElseThrow().plusMonths(3));
                assertThat(RULES.isFinished(course)).isTrue();
            }
            assertThat(course.history())
                    .as("nothing of a course lies before its checkup, but membership may have been lost before")
                    .allMatch(event -> event.trigger() == Trigger.LOSE_MEMBERSHIP
                            || !event.on().isBefore(CHECKUP));
        }
        assertThat(finished).as("the generator reaches the end").isGreaterThan(50);
    }

    private static Event any(Random random, LocalDate day) {
        var trigger = Trigger.values()[random.nextInt(Trigger.values().length)];
        return switch (trigger) {
            case FIRST_INTERVIEW -> Event.firstInterview(day, Form.INDIVIDUAL, 30, 1);
            case FIRST_PART, SECOND_PART -> Event.part(trigger, day, Form.INDIVIDUAL_REMOTE);
            case SUPPORT -> Event.support(day, Support.of("IND", 30));
            case SUBSTITUTE -> Event.of(trigger, day).with("is_repeat_improved", random.nextBoolean());
            case EVALUATE -> Event.evaluation(day, List.of(Support.of("WW2")), false);
            case GIVE_UP_EVALUATION -> Event.of(trigger, day).with("attempts", 1);
            case NOTIFY_DROPOUT, LOSE_MEMBERSHIP, START_DRUG, DECLINE ->
                random.nextInt(10) > 0 ? Event.time(day) : Event.of(trigger, day);
            case ISSUE_TICKET, REMIND, APPLY, INTERIM, RESUME, TIME_PASSED -> Event.of(trigger, day);
        };
    }

    @Test
    void a_course_of_the_second_period_waits_six_months() {
        var start = Course.target(LocalDate.of(2017, 5, 1), Level.MOTIVATIONAL);
        var planned = Script.play(
                start, "ISSUE_TICKET@2017-06-01 APPLY@2017-06-10 FIRST_INTERVIEW@2017-08-31{form=1,minutes=20}");

        assertThat(RULES.apply(planned, Event.evaluation(LocalDate.of(2018, 2, 27), List.of(), false)))
                .isInstanceOf(Step.Refused.class);
        assertThat(RULES.apply(planned, Event.evaluation(LocalDate.of(2018, 2, 28), List.of(), false)))
                .as("31 August and six months: the last day of February")
                .isInstanceOf(Step.Taken.class);
    }

    @Test
    void points_are_counted_live_with_what_is_still_needed() {
        var course = active(PLAN + " SUPPORT@2024-06-01[IND:30] SUPPORT@2024-06-20[TEL:5]");
        var tally = RULES.tally(course);

        assertThat(tally.totals()).isEqualTo(new PointTotals(10, 0, 100));
        assertThat(tally.stillNeeded()).isEqualTo(70);
        assertThat(RULES.finish(course).value()).isFalse();
    }

    @Test
    void early_points_of_a_split_interview_are_those_of_its_first_part() {
        var course = active("FIRST_PART@2024-05-01{form=1} SECOND_PART@2024-07-15{form=5}");

        assertThat(RULES.tally(course).totals().early()).isEqualTo(20);
        assertThat(course.planDay()).contains(LocalDate.of(2024, 7, 15));
    }

    @Test
    void the_model_implementation_is_finished_by_waist_and_weight_alone() {
        var start = Course.target(LocalDate.of(2023, 5, 1), Level.ACTIVE, CourseKind.ACTIVE_MODEL);
        var course = Script.play(
                start,
                "FIRST_INTERVIEW@2023-05-01{form=1,minutes=20} SUPPORT@2023-06-01[MAIL_B] EVALUATE@2023-08-01[WW2]");

        assertThat(course.state()).isEqualTo(CourseState.COMPLETED);
    }

    @Test
    void someone_who_loses_coverage_ends_there_and_later_support_does_not_count() {
        var course = active(PLAN + " SUPPORT@2024-06-01[IND:30] SUPPORT@2024-07-10[IND:30] LOSE_MEMBERSHIP@2024-07-01");

        assertThat(course.state()).isEqualTo(CourseState.LOST_ELIGIBILITY);
        assertThat(RULES.tally(course).points()).isEqualTo(80);
        assertThat(RULES.isStarted(course)).isTrue();
        assertThat(RULES.isFinished(course)).isFalse();
        assertThat(RULES.possible(course)).isEmpty();
    }

    @Test
    void someone_who_loses_coverage_before_the_interview_has_not_started() {
        assertThat(RULES.isStarted(active("ISSUE_TICKET@2024-06-01 LOSE_MEMBERSHIP@2024-07-01")))
                .isFalse();
    }

    @Test
    void every_open_state_says_what_is_due_and_when() {
        assertThat(due(active(""))).containsExactly("2024-06-01 issue the ticket");
        assertThat(due(active("FIRST_PART@2024-05-01{form=1}")))
                .containsExactly("2024-08-01 hold part 2 of the first interview");
        assertThat(due(active(PLAN + " SUPPORT@2024-06-01[IND:30]>2024-06-20")))
                .containsExactly(
                        "2024-06-20 give the next support",
                        "2024-08-08 hold the final evaluation",
                        "2024-08-20 give notice of the end when there is no contact");
        assertThat(due(active(PLAN + " NOTIFY_DROPOUT@2024-07-08")))
                .containsExactly("2024-07-22 end the course when there is no answer");
        assertThat(due(active(PLAN + " DECLINE@2024-07-08"))).isEmpty();
        assertThat(RULES.due(active(PLAN)).getLast().warnFrom()).isEqualTo("2024-07-09");
        assertThat(RULES.state(active("")).owner()).isEqualTo("insurer");
        assertThat(RULES.state(active("")).name(Locale.JAPAN)).isEqualTo("対象者選定");
        assertThat(Stream.of(CourseState.values())
                        .filter(state ->
                                RULES.machine(CHECKUP).state(state.name()).isOpen())
                        .filter(state -> new GuidanceTables(List.of())
                                .get("clocks").rows().stream()
                                        .noneMatch(row -> GuidanceTables.names(row, "states", state.name()))))
                .isEmpty();
    }

    private static List<String> due(Course course) {
        return RULES.due(course).stream()
                .map((Due due) -> due.on() + " " + due.action(Locale.UK))
                .toList();
    }

    @Test
    void something_recorded_late_is_put_in_its_place_by_replaying() {
        var course = active(PLAN + " SUPPORT@2024-06-01[IND:30] SUPPORT@2024-07-10[TEL:5]");
        var late = Event.support(LocalDate.of(2024, 6, 15), Support.of("MAIL"));
        var events = Stream.concat(course.history().stream(), Stream.of(late)).toList();

        assertThat(RULES.apply(course, late)).isInstanceOf(Step.Refused.class);
        assertThat(RULES.replay(Course.target(CHECKUP, Level.ACTIVE), events))
                .isInstanceOfSatisfying(
                        Step.Taken.class,
                        taken ->
                                assertThat(RULES.tally(taken.course()).points()).isEqualTo(140));
    }

    @Test
    void two_courses_of_a_person_never_run_at_once() {
        var courses = new Courses(RULES);
        var running = active(PLAN);
        var second = Script.play(
                Course.target(LocalDate.of(2024, 7, 1), Level.ACTIVE), "ISSUE_TICKET@2024-07-05 APPLY@2024-07-06");
        var interview = Event.firstInterview(LocalDate.of(2024, 7, 10), Form.INDIVIDUAL, 30, 1);

        assertThat(Cases.rows(courses.apply(List.of(running), second, interview).reasons()))
                .containsExactly("ONE-COURSE");
        assertThat(courses.apply(List.of(active(PLAN + " DECLINE@2024-07-01")), second, interview))
                .isInstanceOf(Step.Taken.class);
        assertThat(courses.apply(List.of(active("ISSUE_TICKET@2024-06-01")), second, interview))
                .as("the other was never begun")
                .isInstanceOf(Step.Taken.class);
    }

    @Test
    void a_checkup_has_one_course() {
        var courses = new Courses(RULES);
        var course = Course.target(CHECKUP, Level.ACTIVE);

        assertThat(courses.open(List.of(), course)).isInstanceOf(Step.Taken.class);
        assertThat(Cases.rows(courses.open(List.of(active(PLAN)), course).reasons()))
                .containsExactly("ONE-PER-CHECKUP");
    }

    @Test
    void refusals_read_as_a_clerk_would_say_them() {
        assertThat(refusal("", "FIRST_INTERVIEW@2024-04-30{form=1,minutes=20}")).startsWith("健診日より前の日付のため、記録できない");
        assertThat(refusal("ISSUE_TICKET@2024-06-01 APPLY@2024-06-10", "FIRST_INTERVIEW@2024-06-20{form=1,minutes=15}"))
                .containsExactly("実施時間 15分（基準 20分以上）に該当しない");
        assertThat(refusal(PLAN + " SUPPORT@2024-06-01[IND:30]", "EVALUATE@2024-08-07[WW2]"))
                .containsExactly("計画日からの月数 2か月（基準 3か月以上）に該当しない");
        assertThat(refusal(PLAN, "SUBSTITUTE@2024-05-08{is_repeat_improved=no}"))
                .containsExactly("2年連続の積極的支援で改善した者への該当：いいえ（はいであることが必要）");
        assertThat(refusal(PLAN, "APPLY@2024-06-08")).containsExactly("状態が「初回面接完了・計画作成」のときは、この記録はできない");
    }

    private static List<String> refusal(String history, String event) {
        return RULES.apply(active(history), Script.event(event)).reasons().stream()
                .map(ReasonTexts.in(Locale.JAPAN)::text)
                .toList();
    }
}
