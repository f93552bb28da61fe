package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.guidance.GuidanceWorld.evaluation;
import static org.tsunagu.app.guidance.GuidanceWorld.interview;
import static org.tsunagu.app.guidance.GuidanceWorld.on;
import static org.tsunagu.app.guidance.GuidanceWorld.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.guidance.Recording.Outcome;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.ReasonTexts;
import org.tsunagu.rules.guidance.CourseKind;
import org.tsunagu.rules.guidance.CourseState;
import org.tsunagu.rules.guidance.Trigger;

/// A course from the ticket to the final evaluation, and everything that must not happen in one.
@ExtendWith(Office.Extension.class)
class CourseTest {

    private static String said(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                ? refused.reasons().stream()
                        .map(ReasonTexts.in(java.util.Locale.JAPAN)::text)
                        .reduce("", String::concat)
                : "";
    }

    @Test
    void active_support_is_finished_with_180_points_and_what_was_lost_is_exact(Office office) {
        var world = GuidanceWorld.of(office);
        var course = world.begun(2, "2025", "1");

        // 70 + 30 = 100; the evaluation adds 180 for 2 cm and 2 kg.
        world.take(course, support("2025-07-10", "IND", 20), support("2025-08-10", "TEL", 5));
        assertThat(world.summary(course))
                .returns(100, CourseSummary::points)
                .returns(180, CourseSummary::needed)
                .returns(CourseState.EVALUATION_DUE, CourseSummary::state);
        world.take(course, evaluation("2025-09-20", "90.3", "76.3"));

        assertThat(world.summary(course))
                .returns(CourseState.COMPLETED, CourseSummary::state)
                .returns(280, CourseSummary::points)
                .returns(Optional.of(LocalDate.parse("2025-06-20")), CourseSummary::firstInterview)
                .returns(Optional.of(LocalDate.parse("2025-09-20")), CourseSummary::finishedOn)
                .returns(Optional.of(new BigDecimal("2.0")), CourseSummary::waistDecrease)
                .returns(Optional.of(new BigDecimal("2.1")), CourseSummary::weightDecrease);
    }

    @Test
    void a_checkup_of_the_third_period_is_counted_with_support_a_and_b(Office office) {
        var world = GuidanceWorld.of(office);
        var course = world.begun(3, "2023", "1");

        world.take(course, support("2023-07-10", "IND_A", 30), support("2023-08-10", "TEL_B", 10));

        // 20 for each 5 minutes of A up to 120, 10 for each 5 minutes of B up to 20.
        assertThat(world.summary(course).points()).isEqualTo(140);
        assertThat(said(world.record(course, support("2023-08-20", "NO_SUCH", 10))))
                .isEmpty();
        assertThat(world.summary(course).points()).isEqualTo(140);
    }

    @Test
    void a_first_interview_before_the_checkup_is_refused_with_the_reason(Office office) {
        var world = GuidanceWorld.of(office);
        var course = world.open(world.checkup(4, "2025-05-20", "2", "92.3", "78.4"));

        assertThat(said(world.record(course, interview("2025-05-19")))).contains("健診日からの日数");
        assertThat(world.course(course).records()).isEmpty();
    }

    @Test
    void a_final_evaluation_before_three_months_is_refused_and_taken_on_the_day(Office office) {
        var world = GuidanceWorld.of(office);
        var course = world.begun(5, "2025", "2");

        assertThat(said(world.record(course, evaluation("2025-09-19", "90.0", "76.0"))))
                .contains("計画日からの月数");
        world.take(course, evaluation("2025-09-20", "92.3", "78.4"));
        assertThat(world.summary(course).isFinished()).isTrue();
    }

    @Test
    void two_courses_of_a_person_do_not_run_at_once(Office office) {
        var world = GuidanceWorld.of(office);
        world.begun(6, "2024", "2");
        var second = world.open(world.checkup(6, "2025-05-20", "2", "92.3", "78.4"));
        world.take(second, on(Trigger.ISSUE_TICKET, "2025-06-01"), on(Trigger.APPLY, "2025-06-10"));

        assertThat(said(world.record(second, interview("2025-06-20")))).contains("ほかの特定保健指導の実施中");
    }

    @Test
    void what_is_recorded_late_or_corrected_is_counted_on_its_day(Office office) {
        var world = GuidanceWorld.of(office);
        var course = world.begun(7, "2025", "1");
        world.take(course, support("2025-08-10", "TEL", 5));
        world.take(course, support("2025-07-10", "IND", 20));
        assertThat(world.summary(course).points()).isEqualTo(100);
        var wrong = world.course(course).records().getLast();

        var corrected =
                world.record(course, world.course(course).version(), wrong.id(), support("2025-07-11", "IND", 5));

        assertThat(corrected).isInstanceOf(Outcome.Done.class);
        // Five minutes are too few for the session.
        assertThat(world.summary(course).points()).isEqualTo(30);
        assertThat(world.course(course).records()).hasSize(6).contains(wrong);
        var interview = world.course(course).records().get(2);
        var at = new Recording.At(course, world.course(course).version(), interview.id(), UUID.randomUUID());
        assertThat(world.as(() -> office.bean(Recording.class).annul(at, "誤り")))
                .as("supports stand on the interview")
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void the_second_of_two_who_record_at_once_sees_what_the_first_recorded(Office office) {
        var world = GuidanceWorld.of(office);
        var course = world.begun(8, "2025", "1");
        var seen = world.course(course).version();
        world.take(course, support("2025-07-10", "IND", 20));

        var outcome = world.record(course, seen, 0, support("2025-07-10", "TEL", 10));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Changed.class,
                        changed -> assertThat(changed.since())
                                .extracting(one -> one.event().on())
                                .containsExactly(LocalDate.parse("2025-07-10")));
    }

    @Test
    void who_leaves_in_mid_course_ends_it_and_comes_back_when_the_register_says_so(Office office) {
        var world = GuidanceWorld.of(office);
        var course = world.begun(1, "2025", "1");

        office.register(world.insurer(), GuidanceWorld.register("2025-07-31"));
        assertThat(world.summary(course).state()).isEqualTo(CourseState.LOST_ELIGIBILITY);
        assertThat(world.record(course, support("2025-08-10", "IND", 20))).isInstanceOf(Outcome.NotInsured.class);
        var member = world.member(1).value();
        assertThat(office.as(
                        world.insurer(),
                        Role.NURSE,
                        () -> office.bean(Tasks.class).of(member)))
                .filteredOn(
                        task -> task.kind() == TaskKind.COURSE && task.state().equals("OPEN"))
                .isEmpty();

        // Another file: the same one would be known already, and not read again.
        office.register(world.insurer(), GuidanceWorld.register("").replace("架空市1", "架空市2"));
        assertThat(world.summary(course).state()).isEqualTo(CourseState.INITIAL_DONE);
    }

    @Test
    void a_second_active_year_with_improvement_may_have_less_support(Office office) {
        var world = GuidanceWorld.of(office);
        var first = world.begun(9, "2024", "1");
        world.take(
                first,
                support("2024-07-10", "IND", 20),
                support("2024-08-10", "IND", 20),
                support("2024-09-10", "IND", 20),
                evaluation("2024-10-01", "92.0", "78.0"));
        var second = world.open(world.checkup(9, "2025-05-20", "1", "91.3", "77.4"));
        world.take(
                second,
                on(Trigger.ISSUE_TICKET, "2025-06-01"),
                on(Trigger.APPLY, "2025-06-10"),
                interview("2025-06-20"),
                on(Trigger.SUBSTITUTE, "2025-06-20"));

        assertThat(world.summary(second))
                .returns(CourseKind.EQUIVALENT, CourseSummary::kind)
                .returns(0, CourseSummary::needed);
        var other = world.begun(10, "2025", "1");
        assertThat(said(world.record(other, on(Trigger.SUBSTITUTE, "2025-06-20"))))
                .contains("2年連続の積極的支援で改善した者");
    }

    @Test
    void the_modules_above_get_the_courses_of_a_year_one_by_one(Office office) {
        var world = GuidanceWorld.of(office);
        var course = world.begun(11, "2025", "2");
        var member = world.member(11).value();
        var all = new ArrayList<CourseSummary>();

        world.as(() -> {
            office.bean(Guidance.class).courses(world.insurer().id(), new FiscalYear(2025), all::add);
            return "";
        });

        assertThat(all)
                .filteredOn(one -> one.courseId() == course)
                .singleElement()
                .returns(member, CourseSummary::memberId)
                .returns(CourseState.EVALUATION_DUE, CourseSummary::state)
                .returns(true, CourseSummary::isStarted);
        assertThat(world.as(() -> office.bean(Tasks.class).of(member)))
                .filteredOn(task -> task.kind() == TaskKind.COURSE)
                .extracting(task -> task.due())
                .contains(LocalDate.parse("2025-09-20"));
    }

    @Test
    void a_refused_form_comes_back_with_the_reason_and_everything_typed(Office office) {
        var world = GuidanceWorld.of(office);
        var course = world.begun(12, "2025", "1");
        var nurse = new Visitor(office);
        nurse.logIn(GuidanceWorld.NUMBER + "-nurse", Office.PASSWORD);
        var place = "/guidance/courses/" + course;
        assertThat(nurse.get(place + "?what=EVALUATE").body()).contains("必要 180ポイント");

        var refused = post(nurse, place, world.course(course).version(), "EVALUATE", "2025-07-01", "waist", "９０．３");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("規則により記録できません").contains("９０．３").contains("保健師 &lt;一");
        assertThat(post(nurse, place, world.course(course).version(), "SUPPORT", "昨日", "item", "IND")
                        .body())
                .contains("昨日");

        assertThat(post(nurse, place, world.course(course).version(), "SUPPORT", "2025-07-10", "item", "WW2")
                        .status())
                .as("what is measured at the evaluation is no support")
                .isEqualTo(422);

        var taken = post(nurse, place, world.course(course).version(), "SUPPORT", "R7.7.10", "item", "IND");
        assertThat(taken.path()).contains("guidance.recorded");
        assertThat(taken.body()).contains("70ポイント（必要 180ポイント、あと 110ポイント）");
        var late = post(nurse, place, 1, "SUPPORT", "2025-07-20", "item", "TEL");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("ほかの人が先に記録しました");
    }

    private static Visitor.Answer post(
            Visitor visitor, String place, int version, String what, String on, String field, String value) {
        return visitor.post(
                place,
                "what",
                what,
                "version",
                Integer.toString(version),
                "corrects",
                "0",
                "formKey",
                UUID.randomUUID().toString(),
                "on",
                on,
                "by",
                "保健師 <一>",
                "minutes",
                "20分",
                field,
                value);
    }

    @Test
    void candidates_are_ranked_with_reasons_left_out_for_a_drug_and_reordered(Office office) {
        var world = GuidanceWorld.of(office);
        world.checkup(13, "2024-05-20", "3", "84.0", "70.0");
        world.checkup(13, "2025-05-20", "1", "92.3", "78.4");
        world.checkup(14, "2024-05-20", "1", "92.3", "78.4");
        world.checkup(14, "2025-05-20", "2", "92.3", "78.4");
        world.checkup(15, "2025-05-20", "3", "80.0", "60.0");
        var nurse = new Visitor(office);
        nurse.logIn(GuidanceWorld.NUMBER + "-nurse", Office.PASSWORD);
        var list = nurse.get("/guidance?year=2025").body();
        assertThat(list).contains("指導 13").contains("指導 14").doesNotContain("指導 15");
        var person = "/guidance/candidates/%d".formatted(world.member(14).value());
        assertThat(nurse.get(person + "?year=2025").body()).contains("前年度の対象者でありながら保健指導を受けなかった者：該当");

        nurse.post("/guidance/order", "year", "2025", "order", "エ", "method", "IN_ORDER", "why", "未利用者を先に");
        assertThat(lines(office, world).getFirst().ranked().leading()).isNotEmpty();
        assertThat(lines(office, world).getFirst().member().name()).isEqualTo("指導 14");
        assertThat(nurse.post("/guidance/order", "year", "2025", "order", "カ", "method", "SUM", "why", "x")
                        .path())
                .contains("guidance.problem.order");

        var excluded = nurse.post(
                person + "/exclusion",
                "year",
                "2025",
                "on",
                "2025-06-05",
                "asked",
                "降圧薬",
                "answer",
                "服薬中",
                "excluded",
                "yes");
        assertThat(excluded.body()).contains("除外（服薬）").contains("降圧薬").contains("試験 NURSE");
        assertThat(nurse.post(person + "/open", "year", "2025").path()).contains("guidance.problem.excluded");
        assertThat(nurse.get("/guidance?year=2025&state=EXCLUDED").body())
                .contains("指導 14")
                .doesNotContain("指導 13");
    }

    private static List<Candidates.Line> lines(Office office, GuidanceWorld world) {
        return world.as(() -> office.bean(Candidates.class).of(new FiscalYear(2025)));
    }
}
