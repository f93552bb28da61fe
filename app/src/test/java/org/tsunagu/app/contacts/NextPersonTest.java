package org.tsunagu.app.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.worklists.ManyTasks;

/// One call after the other: who was called does not come again at once, and what was agreed moves the
/// task.
@ExtendWith(Office.Extension.class)
class NextPersonTest {

    private static final Pattern KEY = Pattern.compile("name=\"formKey\" value=\"([^\"]+)\"");
    private static final Pattern TASK = Pattern.compile("name=\"taskId\" value=\"([0-9]+)\"");
    private static final Pattern RECORD = Pattern.compile("href=\"(/contacts/[0-9]+\\?task=[0-9]+)\"");

    private static Visitor nurse(Office office, String number) {
        var insurer = office.insurer(number);
        ManyTasks.of(office, insurer, 4);
        var visitor = new Visitor(office);
        visitor.logIn(number + "-nurse", Office.PASSWORD);
        return visitor;
    }

    private static String find(Pattern pattern, String body) {
        return pattern.matcher(body).results().findFirst().orElseThrow().group(1);
    }

    private static String member(Visitor.Answer page) {
        return page.path().replaceAll("\\?.*", "");
    }

    /// Opens the form as the page links to it and presses a button.
    private static Visitor.Answer record(Visitor visitor, Visitor.Answer person, String note, String day) {
        var form = visitor.get(find(RECORD, person.body()));
        return send(visitor, member(person), form, note, day);
    }

    private static Visitor.Answer send(Visitor visitor, String member, Visitor.Answer form, String note, String day) {
        return visitor.post(
                member.replace("/members/", "/contacts/"),
                "channel",
                "PHONE",
                "outcome",
                "ABSENT",
                "spokeWith",
                "NOBODY",
                "note",
                note,
                "nextStep",
                "",
                "nextDay",
                day,
                "taskId",
                find(TASK, form.body()),
                "formKey",
                find(KEY, form.body()),
                "andNext",
                "1");
    }

    @Test
    void save_and_next_goes_through_all_before_anybody_comes_again(Office office) {
        var visitor = nurse(office, "99031155");
        var person = visitor.get("/tasks/next");
        var met = new HashSet<String>();
        for (var i = 0; i < 4; i++) {
            assertThat(met.add(member(person))).as("the %d. person", i + 1).isTrue();
            person = record(visitor, person, "不在", "");
        }

        assertThat(person.path()).startsWith("/members/").endsWith("notice=contacts.saved");
        assertThat(met).contains(member(person));
    }

    @Test
    void the_day_that_was_agreed_is_when_the_task_is_due(Office office) {
        var visitor = nurse(office, "99031163");
        var person = visitor.get("/tasks/next");
        var form = visitor.get(find(RECORD, person.body()));
        var task = Long.parseLong(find(TASK, form.body()));

        send(visitor, member(person), form, "来月また", "2099-01-15");

        assertThat(office.everything()
                        .queryForObject("select due::text from worklists.task where id = ?", String.class, task))
                .isEqualTo("2099-01-15");
        assertThat(office.everything()
                        .queryForObject("select count(*) from worklists.change where task_id = ?", Integer.class, task))
                .isOne();
    }

    @Test
    void a_contact_sent_again_with_other_words_is_shown_not_lost(Office office) {
        var visitor = nurse(office, "99031171");
        var person = visitor.get("/tasks/next");
        var form = visitor.get(find(RECORD, person.body()));
        send(visitor, member(person), form, "はじめのメモ", "");

        var twice = send(visitor, member(person), form, "はじめのメモ", "");
        var corrected = send(visitor, member(person), form, "書き直したメモ", "");

        assertThat(twice.path()).contains("contacts.saved");
        assertThat(corrected.status()).isEqualTo(422);
        assertThat(corrected.body()).contains("前に記録済みです", "はじめのメモ", "書き直したメモ");
        assertThat(find(KEY, corrected.body())).isNotEqualTo(find(KEY, form.body()));
        assertThat(send(visitor, member(person), corrected, "書き直したメモ", "").path())
                .contains("contacts.saved");
        var member = Long.parseLong(member(person).substring("/members/".length()));
        assertThat(office.everything()
                        .queryForList(
                                "select note from contacts.contact where member_id = ? order by id",
                                String.class,
                                member))
                .containsExactly("はじめのメモ", "書き直したメモ");
    }
}
