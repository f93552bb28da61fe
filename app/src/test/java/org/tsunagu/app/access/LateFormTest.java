package org.tsunagu.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.membership.Members;

/// A session that ends in the middle of a form loses nothing, and gives nothing to anybody else.
@ExtendWith(Office.Extension.class)
class LateFormTest {

    private static final String NURSE = "99000036-nurse";
    private static final String NOTE = "夕方にかけ直す <b>と約束</b>";
    private static final String REGISTER = """
            member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,covered_from,covered_to
            L1,１,700,01,1,self,見本 遅子,ミホン オソコ,2,1970-04-01,000-0001,架空市1,,2015-04-01,
            """;

    private static long member(Office office) {
        var insurer = office.insurer("99000036");
        var members = office.bean(Members.class);
        if (office.as(insurer, Role.NURSE, () -> members.search("ミホン オソコ", 1)).isEmpty()) {
            office.register(insurer, REGISTER);
        }
        return office.as(insurer, Role.NURSE, () -> members.search("ミホン オソコ", 1))
                .getFirst()
                .id()
                .value();
    }

    private static String[] contact(UUID key) {
        return new String[] {
            "channel",
            "PHONE",
            "outcome",
            "SPOKE",
            "spokeWith",
            "PERSON",
            "note",
            NOTE,
            "taskId",
            "0",
            "formKey",
            key.toString()
        };
    }

    private static int recorded(Office office, UUID key) {
        return office.everything()
                .queryForObject("select count(*) from contacts.contact where form_key = ?", Integer.class, key);
    }

    /// A nurse who types into a form while the session ends.
    private static Visitor late(Office office, long member) {
        var visitor = new Visitor(office);
        visitor.logIn(NURSE, Office.PASSWORD);
        visitor.get("/contacts/" + member);
        visitor.loseSession();
        return visitor;
    }

    @Test
    void what_was_typed_comes_back_after_the_log_in_and_is_sent_by_ones_own_click(Office office) {
        var member = member(office);
        var key = UUID.randomUUID();
        var visitor = late(office, member);

        var told = visitor.post("/contacts/" + member, contact(key));

        assertThat(told.path()).isEqualTo("/login?kept");
        assertThat(told.body()).contains("入力した内容は取ってあります").doesNotContain("夕方");
        var back = visitor.post("/login", "username", NURSE, "password", Office.PASSWORD);
        assertThat(back.path()).isEqualTo("/session/kept");
        assertThat(back.body())
                .contains("夕方にかけ直す &lt;b")
                .contains("action=\"/contacts/" + member + "\"")
                .contains(key.toString());
        assertThat(recorded(office, key)).isZero();
        visitor.post("/contacts/" + member, contact(key));
        assertThat(recorded(office, key)).isOne();
        assertThat(visitor.get("/session/kept").path()).isEqualTo("/");
    }

    @Test
    void what_will_be_done_is_said_in_the_words_of_the_page(Office office) {
        member(office);
        var visitor = new Visitor(office);
        visitor.logIn(NURSE, Office.PASSWORD);
        visitor.forgetToken();

        var kept = visitor.post("/tasks", "task", "1", "action", "exclude", "reason", "転居のため", "day", "");

        assertThat(kept.path()).isEqualTo("/session/kept");
        assertThat(kept.body())
                .contains("対象外にする<input type=\"hidden\" name=\"action\" value=\"exclude\">")
                .contains("name=\"reason\" type=\"text\" value=\"転居のため\"")
                .contains("<input type=\"hidden\" name=\"day\" value=\"\">")
                .contains("<input type=\"hidden\" name=\"task\" value=\"1\">");
    }

    @Test
    void nobody_else_gets_to_see_it(Office office) {
        var member = member(office);
        var visitor = late(office, member);
        visitor.post("/contacts/" + member, contact(UUID.randomUUID()));

        var other = visitor.post("/login", "username", "99000036-dietitian", "password", Office.PASSWORD);

        assertThat(other.path()).isEqualTo("/");
        assertThat(visitor.get("/session/kept").body()).doesNotContain("夕方");
        visitor.post("/logout");
        visitor.logIn(NURSE, Office.PASSWORD);
        assertThat(visitor.get("/session/kept").body()).doesNotContain("夕方");
    }

    @Test
    void another_site_cannot_put_words_into_the_mouth_of_somebody(Office office) {
        var member = member(office);
        var visitor = late(office, member);

        var told = visitor.post("https://evil.example", "/contacts/" + member, contact(UUID.randomUUID()));

        assertThat(told.path()).isEqualTo("/login?lost");
        assertThat(visitor.post("/login", "username", NURSE, "password", Office.PASSWORD)
                        .path())
                .isEqualTo("/");
    }

    @Test
    void without_its_token_a_form_is_never_taken_even_in_a_living_session(Office office) {
        var member = member(office);
        var key = UUID.randomUUID();
        var tab = new Visitor(office);
        tab.logIn(NURSE, Office.PASSWORD);
        tab.forgetToken();

        var answer = tab.post("/contacts/" + member, contact(key));

        assertThat(answer.path()).isEqualTo("/session/kept");
        assertThat(recorded(office, key)).isZero();
    }

    @Test
    void passwords_are_not_kept(Office office) {
        var visitor = late(office, member(office));

        var told = visitor.post("/account/password", "oldPassword", Office.PASSWORD, "newPassword", "x");

        assertThat(told.path()).isEqualTo("/login?lost");
        assertThat(told.body()).contains("送った内容は受け取っていません");
    }

    @Test
    void who_wanted_to_look_at_a_page_lands_there_and_is_told_why_there_was_a_log_in(Office office) {
        var visitor = late(office, member(office));

        var told = visitor.get("/tasks?kind=VISIT");

        assertThat(told.path()).isEqualTo("/login?expired");
        assertThat(told.body()).contains("10分間操作がなかったか、ログインから長い時間がたったため、ログアウトしました");
        assertThat(visitor.post("/login", "username", NURSE, "password", Office.PASSWORD)
                        .path())
                .startsWith("/tasks?kind=VISIT");
    }

    @Test
    void who_logs_out_is_not_told_of_a_time_out(Office office) {
        var visitor = new Visitor(office);
        visitor.logIn(NURSE, Office.PASSWORD);

        assertThat(visitor.post("/logout").path()).isEqualTo("/login?out");
        assertThat(visitor.get("/tasks").path()).isEqualTo("/login");
    }

    @Test
    void a_log_in_page_that_was_open_too_long_asks_again(Office office) {
        var visitor = new Visitor(office);
        visitor.get("/login");
        visitor.loseSession();

        assertThat(visitor.post("/login", "username", NURSE, "password", Office.PASSWORD)
                        .path())
                .isEqualTo("/login?again");
    }
}
