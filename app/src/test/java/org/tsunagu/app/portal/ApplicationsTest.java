package org.tsunagu.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.worklists.Task;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;

/// What members ask for is on the office's list until it is answered, and both sides see where it stands.
@ExtendWith(Office.Extension.class)
class ApplicationsTest {

    private static final String NUMBER = "99800039";

    private static void ask(Visitor visitor, String kind, String words) {
        visitor.get("/my/requests");
        visitor.post(
                "/my/requests",
                "kind",
                kind,
                "words",
                words,
                "formKey",
                UUID.randomUUID().toString());
    }

    private static void support(Visitor visitor) {
        visitor.get("/my/self-referral");
        visitor.post(
                "/my/self-referral",
                "topic",
                "FOOD",
                "reach",
                "PHONE",
                "hours",
                "平日の夕方",
                "words",
                "",
                "formKey",
                UUID.randomUUID().toString());
    }

    private static long last(Office office, MemberWorld world, int number) {
        var member = world.id(number);
        return world.as(Role.NURSE, () -> office.bean(Applications.class).of(member))
                .getFirst()
                .id();
    }

    private static List<String> tasks(Office office, MemberWorld world, int number, TaskKind kind) {
        var member = world.id(number);
        return world.as(
                Role.NURSE,
                () -> office.bean(Tasks.class).of(member).stream()
                        .filter(task -> task.kind() == kind)
                        .map(Task::state)
                        .sorted()
                        .toList());
    }

    private static Visitor.Answer office(Visitor clerk, MemberWorld world, int number, long id, String... fields) {
        var place = "/portal/members/%d/applications".formatted(world.id(number));
        clerk.get(place);
        return clerk.post(place + "/" + id, fields);
    }

    @Test
    void a_request_is_asked_back_about_and_answered(Office office) {
        var world = MemberWorld.of(office, NUMBER);
        var visitor = world.at(1);
        ask(visitor, "CORRECTION", "身長がちがいます");
        var clerk = world.staff(Role.CLERK);
        var id = last(office, world, 1);

        assertThat(visitor.get("/my/requests").body()).contains("受付済み").contains("までに答えます").contains("未確認");
        assertThat(clerk.get("/portal/applications").body()).contains("本人 1<").contains("訂正");
        assertThat(clerk.get("/tasks?kind=RIGHTS").body()).contains("本人 1<");
        assertThat(office(clerk, world, 1, id, "state", "ASKED", "words", "").status()).isEqualTo(422);
        office(clerk, world, 1, id, "state", "ASKED", "words", "いつの健診ですか");
        assertThat(visitor.get("/my/requests").body()).contains("問い合わせ中").contains("いつの健診ですか");
        assertThat(visitor.post("/my/requests/" + id, "state", "ANSWERED", "words", "x")
                        .path())
                .contains("portal.requests.late");
        visitor.post("/my/requests/" + id, "state", "REPLIED", "words", "昨年です");
        assertThat(tasks(office, world, 1, TaskKind.RIGHTS)).containsExactly("DONE", "OPEN");
        office(clerk, world, 1, id, "state", "ANSWERED", "words", "直しました");

        assertThat(visitor.get("/my/requests").body())
                .contains("昨年です")
                .contains("回答済み")
                .contains("直しました")
                .doesNotContain("この請求をやめる");
        assertThat(tasks(office, world, 1, TaskKind.RIGHTS)).containsOnly("DONE");
        assertThat(clerk.get("/portal/applications").body()).doesNotContain("本人 1<");
        assertThat(office(clerk, world, 1, id, "state", "REFUSED", "words", "やはり").path())
                .contains("portal.requests.late");
    }

    @Test
    void a_refusal_needs_its_reason_and_the_member_reads_it(Office office) {
        var world = MemberWorld.of(office, NUMBER);
        var visitor = world.at(3);
        ask(visitor, "STOP", "使わないでください");
        var id = last(office, world, 3);
        var clerk = world.staff(Role.CLERK);

        assertThat(office(clerk, world, 3, id, "state", "REFUSED", "words", "").status())
                .isEqualTo(422);
        office(clerk, world, 3, id, "state", "REFUSED", "words", "法令で保存が必要です");

        assertThat(visitor.get("/my/requests").body()).contains("応じられない").contains("法令で保存が必要です");
    }

    @Test
    void what_the_member_takes_back_is_nobodys_work(Office office) {
        var world = MemberWorld.of(office, NUMBER);
        var visitor = world.at(5);
        ask(visitor, "DISCLOSURE", "全部見せてください");
        var id = last(office, world, 5);

        visitor.get("/my/requests");
        visitor.post("/my/requests/" + id, "state", "STOPPED");

        assertThat(visitor.get("/my/requests").body()).contains("本人がやめた");
        assertThat(tasks(office, world, 5, TaskKind.RIGHTS)).containsExactly("DROPPED");
    }

    @Test
    void support_is_asked_for_given_and_stopped_by_the_member(Office office) {
        var world = MemberWorld.of(office, NUMBER);
        var visitor = world.at(7);
        support(visitor);
        var id = last(office, world, 7);
        var clerk = world.staff(Role.NURSE);
        assertThat(visitor.get("/my/support").body()).contains("食事のこと").contains("平日の夕方").contains("担当を決めています");
        assertThat(tasks(office, world, 7, TaskKind.SUPPORT)).containsExactly("OPEN");

        assertThat(office(clerk, world, 7, id, "state", "TAKEN", "responsible", "", "words", "").status())
                .isEqualTo(422);
        office(clerk, world, 7, id, "state", "TAKEN", "responsible", "管理栄養士", "nextDay", "2099-12-01", "words", "");
        assertThat(visitor.get("/my/support").body()).contains("管理栄養士").contains("担当が決まった");
        assertThat(tasks(office, world, 7, TaskKind.SUPPORT)).containsExactly("DONE", "OPEN");
        visitor.post("/my/support/%d/stop".formatted(id));

        assertThat(visitor.get("/my/support").body()).contains("本人がやめた");
        assertThat(tasks(office, world, 7, TaskKind.SUPPORT))
                .as("the date is off, and whoever is responsible learns of it")
                .containsExactly("DONE", "DROPPED", "OPEN");
    }

    @Test
    void nobody_takes_a_step_of_what_somebody_else_asked_for(Office office) {
        var world = MemberWorld.of(office, NUMBER);
        ask(world.at(9), "DISCLOSURE", "見せてください");
        var id = last(office, world, 9);
        var other = world.at(11);
        other.get("/my/requests");

        assertThat(other.post("/my/requests/" + id, "state", "STOPPED").status())
                .isEqualTo(404);
        assertThat(other.post("/my/support/%d/stop".formatted(id)).status()).isEqualTo(404);
        assertThat(other.get("/my/requests").body()).doesNotContain("見せてください");
        assertThat(world.staff(Role.ANALYST).get("/portal/applications").status())
                .isEqualTo(403);
    }

    @Test
    void the_day_for_an_answer_is_a_row_of_data() {
        var day = LocalDate.parse("2026-11-01");

        assertThat(ApplicationKind.DISCLOSURE.due(day)).isEqualTo("2026-12-01");
        assertThat(ApplicationKind.DISCLOSURE.on(day).basis().certainty().mustBeShown())
                .isTrue();
        assertThat(ApplicationKind.SUPPORT.due(day)).isEqualTo("2026-11-08");
    }
}
