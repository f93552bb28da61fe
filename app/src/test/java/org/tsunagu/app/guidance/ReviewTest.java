package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.guidance.GuidanceWorld.evaluation;
import static org.tsunagu.app.guidance.GuidanceWorld.interview;
import static org.tsunagu.app.guidance.GuidanceWorld.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.guidance.Recording.Outcome;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.rules.guidance.Circumstance;
import org.tsunagu.rules.guidance.CourseKind;
import org.tsunagu.rules.guidance.CourseState;
import org.tsunagu.rules.guidance.Trigger;

/// What must hold in courses when things come late, twice, or wrong.
@ExtendWith(Office.Extension.class)
class ReviewTest {

    private static final String NUMBER = "99600070";

    private static Visitor.Answer post(
            GuidanceWorld world, Visitor visitor, long course, String what, Map<String, String> more) {
        var fields = new ArrayList<>(List.of(
                "what", what, "version", Integer.toString(world.course(course).version()), "corrects", "0"));
        fields.addAll(List.of("by", "保健師 一"));
        if (!more.containsKey("formKey")) {
            fields.addAll(List.of("formKey", UUID.randomUUID().toString()));
        }
        more.forEach((name, value) -> fields.addAll(List.of(name, value)));
        return visitor.post("/guidance/courses/" + course, fields.toArray(String[]::new));
    }

    @Test
    void a_form_sent_twice_is_one_record_and_with_something_else_in_it_is_refused(Office office) {
        var world = GuidanceWorld.of(office, NUMBER);
        var course = world.begun(1, "2025", "1");
        var at = new Recording.At(course, world.course(course).version(), 0, UUID.randomUUID());
        var recording = office.bean(Recording.class);
        var before = world.course(course).records().size();

        assertThat(world.as(() -> recording.record(at, support("2025-07-10", "IND", 20))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(world.as(() -> recording.record(at, support("2025-07-10", "IND", 20))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(world.as(() -> recording.record(at, support("2025-07-11", "IND", 20))))
                .isInstanceOf(Outcome.OtherContent.class);
        assertThat(world.course(course).records()).hasSize(before + 1);
    }

    @Test
    void a_goal_that_is_corrected_after_the_evaluation_counts_for_what_was_kept(Office office) {
        var world = GuidanceWorld.of(office, NUMBER);
        var course = world.begun(2, "2025", "1");
        var evaluation = evaluation("2025-09-20", "92.3", "78.4");
        world.take(course, support("2025-07-10", "IND", 20), kept(evaluation, List.of("HABIT_EXERCISE")));
        assertThat(habit(world, course)).contains(Circumstance.NOT_PLANNED);
        var without = world.summary(course).points();
        var planned = world.course(course).records().get(2);

        var corrected = world.record(
                course,
                world.course(course).version(),
                planned.id(),
                interview(
                        "2025-06-20",
                        Goals.on(LocalDate.parse("2025-05-20")).stream()
                                .filter(row -> row.text("item").equals("HABIT_EXERCISE"))
                                .findFirst()
                                .orElseThrow()
                                .key()));

        assertThat(corrected).isInstanceOf(Outcome.Done.class);
        assertThat(habit(world, course)).isEmpty();
        assertThat(world.summary(course).points()).isGreaterThan(without);
    }

    private static Entry kept(Entry of, List<String> habits) {
        return new Entry(
                of.trigger(),
                of.on(),
                of.form(),
                of.minutes(),
                of.people(),
                of.item(),
                of.circumstances(),
                of.waist(),
                of.weight(),
                habits,
                of.attempts(),
                of.isMore(),
                of.next(),
                of.goals(),
                of.plannedPoints(),
                of.words(),
                of.by());
    }

    /// The circumstances of the habit as it counts.
    private static List<Circumstance> habit(GuidanceWorld world, long course) {
        return Running.of(world.course(course)).course().supports().stream()
                .filter(support -> support.item().equals("HABIT_EXERCISE"))
                .flatMap(support -> support.circumstances().stream())
                .toList();
    }

    @Test
    void a_loss_that_becomes_known_late_ends_what_was_recorded_after_it_and_moves_with_the_register(Office office) {
        var world = GuidanceWorld.of(office, "99600071");
        var course = world.begun(1, "2025", "2");
        world.take(course, evaluation("2025-09-20", "90.0", "76.0"));
        assertThat(world.summary(course).state()).isEqualTo(CourseState.COMPLETED);

        office.register(world.insurer(), GuidanceWorld.register("2025-07-31"));
        assertThat(world.summary(course))
                .as("the evaluation lies after the loss")
                .returns(CourseState.LOST_ELIGIBILITY, CourseSummary::state)
                .returns(false, CourseSummary::isFinished);
        assertThat(lossDay(world, course)).isEqualTo("2025-08-01");

        office.register(world.insurer(), GuidanceWorld.register("2025-06-30"));
        assertThat(lossDay(world, course)).as("the register moves it").isEqualTo("2025-07-01");

        office.register(world.insurer(), GuidanceWorld.register("2025-10-31"));
        assertThat(world.summary(course).state())
                .as("insured until after the end")
                .isEqualTo(CourseState.COMPLETED);
    }

    private static String lossDay(GuidanceWorld world, long course) {
        return world.course(course).current().stream()
                .filter(one -> one.event().trigger() == Trigger.LOSE_MEMBERSHIP)
                .map(one -> one.event().on().toString())
                .reduce("", String::concat);
    }

    @Test
    void two_who_look_for_losses_at_once_write_one(Office office) throws InterruptedException {
        var world = GuidanceWorld.of(office, "99600072");
        var course = world.begun(1, "2025", "1");
        office.everything()
                .update(
                        "update membership.coverage set to_day = '2025-07-31' where member_id = ?",
                        world.member(1).value());
        var loss = office.bean(Loss.class);
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var i = 0; i < 4; i++) {
                pool.submit(() -> {
                    start.await();
                    loss.everyHour();
                    return "";
                });
            }
            start.countDown();
            pool.shutdown();
            assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(world.course(course).records())
                .filteredOn(one -> one.event().trigger() == Trigger.LOSE_MEMBERSHIP)
                .hasSize(1);
        assertThat(world.summary(course).state()).isEqualTo(CourseState.LOST_ELIGIBILITY);
    }

    @Test
    void no_contact_for_two_months_is_a_task(Office office) {
        var world = GuidanceWorld.of(office, NUMBER);
        var course = world.begun(3, "2025", "1");
        world.take(course, support("2025-07-10", "IND", 20));

        var member = world.member(3).value();
        assertThat(world.as(() -> office.bean(Tasks.class).of(member)))
                .filteredOn(
                        task -> task.kind() == TaskKind.COURSE && task.state().equals("OPEN"))
                .filteredOn(task -> task.subject().contains(":DROPOUT:"))
                .singleElement()
                .returns(LocalDate.parse("2025-09-10"), task -> task.due());
    }

    @Test
    void a_decline_needs_its_reason_and_the_first_part_its_minutes(Office office) {
        var world = GuidanceWorld.of(office, NUMBER);
        var course = world.open(world.checkup(4, "2025-05-20", "1", "92.3", "78.4"));
        var nurse = world.visitor("nurse");
        nurse.get("/guidance/courses/" + course);

        assertThat(post(world, nurse, course, "DECLINE", Map.of("on", "2025-06-01"))
                        .body())
                .contains("辞退の理由を書いてください");
        assertThat(post(world, nurse, course, "FIRST_PART", Map.of("on", "2025-05-20", "form", "INDIVIDUAL"))
                        .body())
                .contains("時間（分）を書いてください");
        assertThat(world.course(course).records()).isEmpty();
        var taken = post(
                world,
                nurse,
                course,
                "FIRST_PART",
                Map.of("on", "2025-05-20", "form", "INDIVIDUAL", "minutes", "15", "next", "2025-06-20"));
        assertThat(taken.body()).contains("個別（対面）、15分、次の予定日");
        assertThat(post(world, nurse, course, "DECLINE", Map.of("on", "2025-06-01", "words", "転居する"))
                        .path())
                .contains("guidance.recorded");
    }

    @Test
    void a_hardly_possible_waist_is_asked_about_again_and_believed_when_confirmed(Office office) {
        var world = GuidanceWorld.of(office, NUMBER);
        var course = world.begun(5, "2025", "2");
        var nurse = world.visitor("nurse");
        nurse.get("/guidance/courses/" + course);
        var typed = Map.of("on", "2025-09-20", "waist", "29.3", "weight", "76.0");

        var asked = post(world, nurse, course, "EVALUATE", typed);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("間違いはありません").contains("29.3");
        assertThat(post(world, nurse, course, "EVALUATE", Map.of("on", "2025-09-20", "waist", "72.2", "weight", "76.0"))
                        .status())
                .as("20 cm less than at the checkup is too much")
                .isEqualTo(422);
        var sure = new HashMap<>(typed);
        sure.put("sure", "yes");
        assertThat(post(world, nurse, course, "EVALUATE", sure).path()).contains("guidance.recorded");
    }

    @Test
    void model_implementation_can_be_opened_for_active_support_of_the_third_period_only(Office office) {
        var world = GuidanceWorld.of(office, NUMBER);
        world.checkup(6, "2023-05-20", "1", "92.3", "78.4");
        world.checkup(7, "2025-05-20", "1", "92.3", "78.4");
        var nurse = world.visitor("nurse");
        var third = "/guidance/candidates/%d".formatted(world.member(6).value());
        assertThat(nurse.get(third + "?year=2023").body())
                .contains("積極的支援（モデル実施）")
                .contains("公的な資料で確認できていません");
        var opened = nurse.post(third + "/open", "year", "2023", "kind", "ACTIVE_MODEL");
        assertThat(opened.body()).contains("積極的支援（モデル実施）");

        var fourth = "/guidance/candidates/%d".formatted(world.member(7).value());
        assertThat(nurse.get(fourth + "?year=2025").body()).doesNotContain("モデル実施");
        nurse.post(fourth + "/open", "year", "2025", "kind", "ACTIVE_MODEL");
        var member = world.member(7).value();
        assertThat(world.as(() -> office.bean(Guidance.class).of(member)))
                .extracting(PersonCourse::kind)
                .containsExactly(CourseKind.ACTIVE);
    }

    @Test
    void what_becomes_of_drug_starters_is_chosen_by_who_may_plan_and_stands_in_the_ledger(Office office) {
        var world = GuidanceWorld.of(office, "99600073");
        var nurse = world.visitor("nurse");
        nurse.get("/guidance?year=2025");
        var fields = List.of("year", "2025", "dropped", "yes", "why", "理事会の決定").toArray(String[]::new);
        assertThat(nurse.post("/guidance/drug-starters", fields).status()).isEqualTo(403);
        assertThat(nurse.get("/guidance?year=2025").body()).contains("実施計画を登録できる人");

        var clerk = world.visitor("clerk");
        clerk.get("/guidance?year=2025");
        assertThat(clerk.post("/guidance/drug-starters", fields).body()).contains("理事会の決定");
        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from audit.event where insurer_id = ? and place = '/guidance/drug-starters'",
                                Long.class,
                                world.insurer().id().value()))
                .isOne();
    }
}
