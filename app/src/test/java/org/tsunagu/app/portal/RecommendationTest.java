package org.tsunagu.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.contacts.Contact;
import org.tsunagu.app.contacts.Contacts;
import org.tsunagu.app.worklists.NewTask;
import org.tsunagu.app.worklists.Task;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.table.Certainty;

/// Why a member should see a doctor, and what the office learns of what the member says to it.
@ExtendWith(Office.Extension.class)
class RecommendationTest {

    static final String NUMBER = "99800013";

    private static MemberWorld world(Office office) {
        return MemberWorld.of(office, NUMBER);
    }

    private static Visitor.Answer say(Visitor visitor, String said, String... more) {
        var fields = new java.util.ArrayList<>(
                List.of("said", said, "formKey", UUID.randomUUID().toString()));
        fields.addAll(List.of(more));
        return visitor.post("/my/recommendation", fields.toArray(String[]::new));
    }

    /// The task of the office that the checkup has led to.
    private static void task(Office office, MemberWorld world, int number, String due) {
        var member = world.id(number);
        world.as(Role.NURSE, () -> {
            office.bean(org.tsunagu.app.access.TenantTransactions.class).inCurrent(() -> {
                office.bean(Tasks.class)
                        .put(
                                world.insurer().id(),
                                List.of(new NewTask(
                                        TaskKind.VISIT,
                                        member + ":2025",
                                        member,
                                        1,
                                        java.time.LocalDate.parse("2025-06-02"),
                                        java.time.LocalDate.parse(due),
                                        List.of(),
                                        Certainty.SOURCE)));
                return "";
            });
            return "";
        });
    }

    private static List<Task> tasks(Office office, MemberWorld world, int number, TaskKind kind) {
        var member = world.id(number);
        return world.as(
                Role.NURSE,
                () -> office.bean(Tasks.class).of(member).stream()
                        .filter(task -> task.kind() == kind)
                        .toList());
    }

    @Test
    void the_reason_is_one_sentence_with_value_limit_and_since_when(Office office) {
        var world = world(office);
        world.checkup(1, "2023-06-03", 2023, "128", "60");
        world.checkup(1, "2024-06-03", 2024, "148", "60");
        world.checkup(1, "2025-06-02", 2025, "152", "60");
        var visitor = world.at(1);

        assertThat(visitor.get("/my").body()).contains("href=\"/my/recommendation\"");
        var page = visitor.get("/my/recommendation").body();
        assertThat(page)
                .containsPattern("収縮期血圧が 152 mmHgで、受診をすすめる値（140 mmHg以上）です。 令和6年6月3日[^の]*の健診から続いています。")
                .contains("14日以内に医療機関で受診してください")
                .contains("お薬手帳");
    }

    @Test
    void whoever_has_no_high_value_is_sent_to_no_doctor(Office office) {
        var world = world(office);
        world.checkup(3, "2025-06-02", 2025, "118", "60");

        assertThat(world.at(3).get("/my/recommendation").body()).contains("いま、受診をおすすめする値はありません");
    }

    @Test
    void who_has_seen_the_doctor_is_off_the_list_and_the_nurse_sees_why(Office office) {
        var world = world(office);
        world.checkup(5, "2025-06-02", 2025, "152", "60");
        task(office, world, 5, "2026-12-01");
        var visitor = world.at(5);
        visitor.get("/my/recommendation");

        var answer = say(visitor, "VISITED", "month", "2026-01", "clinic", "見本医院");

        assertThat(answer.body()).contains("受診したことを受け付けました").contains("令和8年1月").contains("見本医院");
        assertThat(visitor.get("/my").body()).doesNotContain("受診が必要な値");
        assertThat(tasks(office, world, 5, TaskKind.VISIT))
                .singleElement()
                .satisfies(task -> assertThat(task.state()).isEqualTo("DONE"))
                .satisfies(task -> assertThat(task.stateNote()).contains("受診した").contains("見本医院"));
        assertThat(tasks(office, world, 5, TaskKind.REPLY))
                .extracting(Task::state)
                .containsExactly("OPEN");
        var contacts = world.as(
                Role.NURSE, () -> office.bean(Contacts.class).of(world.member(5).id()));
        assertThat(contacts)
                .singleElement()
                .satisfies(contact -> assertThat(contact.channel()).isEqualTo(Contact.Channel.ONLINE))
                .satisfies(contact -> assertThat(contact.note()).contains("受診した").contains("令和8年1月"));
        assertThat(world.staff(Role.NURSE).get("/tasks?kind=REPLY").body()).contains("本人 5<");
    }

    @Test
    void who_has_an_appointment_is_left_alone_until_after_it(Office office) {
        var world = world(office);
        world.checkup(7, "2025-06-02", 2025, "152", "60");
        task(office, world, 7, "2025-06-16");
        var visitor = world.at(7);
        visitor.get("/my/recommendation");

        assertThat(say(visitor, "BOOKED", "day", "2020-01-01").status()).isEqualTo(422);
        say(visitor, "BOOKED", "day", "2099-12-01", "clinic", "見本医院");

        assertThat(tasks(office, world, 7, TaskKind.VISIT))
                .singleElement()
                .satisfies(task -> assertThat(task.state()).isEqualTo("OPEN"))
                .satisfies(task -> assertThat(task.due()).isEqualTo("2099-12-15"))
                .satisfies(task -> assertThat(task.note()).contains("予約した"));
        assertThat(visitor.get("/my").body()).contains("href=\"/my/recommendation\"");
    }

    @Test
    void the_same_form_is_one_reply_and_nothing_that_was_said_is_ever_changed(Office office) {
        var world = world(office);
        world.checkup(9, "2025-06-02", 2025, "152", "60");
        var visitor = world.at(9);
        visitor.get("/my/recommendation");
        var key = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++) {
            visitor.post("/my/recommendation", "said", "TALK", "words", "心配です", "formKey", key);
        }

        assertThat(tasks(office, world, 9, TaskKind.REPLY)).hasSize(1);
        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from portal.visit_reply where member_id = ?",
                                Integer.class,
                                world.id(9)))
                .isOne();
        assertThat(office.everything()
                        .queryForObject(
                                "select has_table_privilege('tsunagu_app', 'portal.visit_reply', 'update')"
                                        + " or has_table_privilege('tsunagu_app', 'portal.visit_reply', 'delete')",
                                Boolean.class))
                .isFalse();
    }

    @Test
    void a_message_and_a_question_are_tasks_until_the_office_answers(Office office) {
        var world = world(office);
        var visitor = world.at(11);
        visitor.get("/my/messages");
        for (var words : List.of("券をなくしました", "急いでいます")) {
            visitor.post(
                    "/my/messages",
                    "about",
                    "GENERAL",
                    "words",
                    words,
                    "formKey",
                    UUID.randomUUID().toString());
        }
        assertThat(tasks(office, world, 11, TaskKind.MESSAGE))
                .extracting(Task::state)
                .containsExactly("OPEN");
        var clerk = world.staff(Role.CLERK);
        assertThat(clerk.get("/").body()).contains("マイページのメッセージに答える");
        var place = "/portal/members/" + world.id(11);
        clerk.get(place);
        clerk.post(
                place + "/messages",
                "about",
                "GENERAL",
                "words",
                "再発行します",
                "formKey",
                UUID.randomUUID().toString());
        assertThat(tasks(office, world, 11, TaskKind.MESSAGE))
                .extracting(Task::state)
                .containsExactly("DONE");

        var entry = world.ledger(11).getFirst().seq();
        visitor.get("/my/access/" + entry);
        visitor.post(
                "/my/access/" + entry,
                "words",
                "だれですか",
                "formKey",
                UUID.randomUUID().toString());
        assertThat(tasks(office, world, 11, TaskKind.INQUIRY))
                .extracting(Task::state)
                .containsExactly("OPEN");
        var inquiry = world.as(Role.NURSE, () -> office.bean(Inquiries.class).of(world.id(11)))
                .getFirst();
        clerk.get(place);
        clerk.post("%s/inquiries/%d".formatted(place, inquiry.id()), "words", "担当者です");
        assertThat(tasks(office, world, 11, TaskKind.INQUIRY))
                .extracting(Task::state)
                .containsExactly("DONE");
        SecurityContextHolder.clearContext();
    }
}
