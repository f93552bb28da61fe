package org.tsunagu.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;

/// What an administrator does for the people of an insurer, and what not.
@ExtendWith(Office.Extension.class)
class UsersPageTest {

    private static final Pattern PASSWORD = Pattern.compile("<code>([a-z0-9]{16})</code>");

    private static Visitor administrator(Office office) {
        office.insurer("99000036");
        var visitor = new Visitor(office);
        visitor.logIn("99000036-administrator", Office.PASSWORD);
        visitor.get("/users");
        return visitor;
    }

    private static String password(Visitor.Answer page) {
        return PASSWORD.matcher(page.body()).results().findFirst().orElseThrow().group(1);
    }

    private static long id(Office office, String login) {
        return office.bean(Accounts.class).idOf(login).orElseThrow();
    }

    private static long user(Office office, String login, String insurer) {
        return office.bean(Accounts.class)
                .add(
                        login,
                        "試験",
                        Office.PASSWORD,
                        office.bean(Insurers.class).ensure(insurer, "試験組合" + insurer),
                        Role.NURSE);
    }

    @Test
    void a_new_user_gets_a_password_for_one_log_in_and_works_after_changing_it(Office office) {
        var admin = administrator(office);
        var added = admin.post("/users", "login", "new.nurse", "name", "新人", "role", "NURSE", "until", "2099-03-31");
        var password = password(added);
        var visitor = new Visitor(office);

        assertThat(visitor.logIn("new.nurse", password).path()).isEqualTo("/account/password");
        assertThat(visitor.get("/tasks").path()).isEqualTo("/account/password");
        visitor.post(
                "/account/password",
                "oldPassword",
                password,
                "newPassword",
                Office.PASSWORD,
                "newPasswordAgain",
                Office.PASSWORD);

        assertThat(visitor.get("/tasks").path()).isEqualTo("/tasks");
        assertThat(admin.get("/users").body()).contains("new.nurse").doesNotContain(password);
        assertThat(office.everything()
                        .queryForObject(
                                "select valid_to::text from access.staff_role where staff_id = ?",
                                String.class,
                                id(office, "new.nurse")))
                .isEqualTo("2099-03-31");
    }

    @Test
    void another_role_holds_at_once(Office office) {
        var admin = administrator(office);
        var id = user(office, "moves", "99000036");
        var visitor = new Visitor(office);
        visitor.logIn("moves", Office.PASSWORD);

        admin.post("/users/" + id + "/roles/end", "role", "NURSE");
        admin.post("/users/" + id + "/roles", "role", "ANALYST");

        assertThat(visitor.get("/tasks").path()).isEqualTo("/login?ended");
        visitor.logIn("moves", Office.PASSWORD);
        assertThat(visitor.get("/tasks").status()).isEqualTo(403);
        assertThat(visitor.get("/").status()).isEqualTo(200);
    }

    @Test
    void a_locked_user_is_out_until_unlocked(Office office) {
        var admin = administrator(office);
        var id = user(office, "locked.by.hand", "99000036");
        var visitor = new Visitor(office);
        visitor.logIn("locked.by.hand", Office.PASSWORD);

        admin.post("/users/" + id + "/lock", "locked", "true");

        assertThat(visitor.get("/tasks").path()).isEqualTo("/login?ended");
        assertThat(visitor.logIn("locked.by.hand", Office.PASSWORD).path()).isEqualTo("/login?wrong");
        admin.post("/users/" + id + "/lock", "locked", "false");
        assertThat(visitor.logIn("locked.by.hand", Office.PASSWORD).path()).isEqualTo("/");
    }

    @Test
    void a_password_made_anew_replaces_the_old_one_and_is_in_the_ledger_without_its_words(Office office) {
        var admin = administrator(office);
        var id = user(office, "forgot", "99000036");

        var password = password(admin.post("/users/" + id + "/password"));

        assertThat(new Visitor(office).logIn("forgot", Office.PASSWORD).path()).isEqualTo("/login?wrong");
        assertThat(new Visitor(office).logIn("forgot", password).path()).isEqualTo("/account/password");
        var details = office.everything()
                .queryForList("select detail from audit.event where data_class = 'account'", String.class);
        assertThat(details).contains("staff %d, one-time password".formatted(id));
        assertThat(details).noneMatch(detail -> detail.contains(password));
    }

    @Test
    void nobody_changes_the_own_rights(Office office) {
        var admin = administrator(office);
        var me = "/users/" + id(office, "99000036-administrator");

        assertThat(admin.get(me).body()).doesNotContain("/roles/end").doesNotContain("/lock");
        assertThat(admin.post(me + "/lock", "locked", "true").status()).isEqualTo(404);
        assertThat(admin.post(me + "/roles", "role", "NURSE").status()).isEqualTo(404);
    }

    @Test
    void an_administrator_cannot_take_over_an_account_of_another_insurer(Office office) {
        var admin = administrator(office);
        var stranger = user(office, "stranger", "99000144");
        assertThat(admin.get("/users/" + stranger).status()).isEqualTo(404);

        admin.get("/users");
        admin.post("/users", "login", "stranger", "name", "別名", "role", "NURSE", "until", "");

        assertThat(admin.get("/users/" + stranger).body()).contains("ほかの保険者でも働いている");
        assertThat(admin.post("/users/" + stranger + "/password").status()).isEqualTo(404);
        assertThat(admin.post("/users/" + stranger + "/lock", "locked", "true").status())
                .isEqualTo(404);
        assertThat(new Visitor(office).logIn("stranger", Office.PASSWORD).path())
                .isEqualTo("/");
    }

    @Test
    void a_role_whose_last_day_is_past_lets_nobody_in(Office office) {
        var id = user(office, "gone", "99000036");
        office.everything().update("update access.staff_role set valid_to = current_date - 2 where staff_id = ?", id);

        assertThat(new Visitor(office).logIn("gone", Office.PASSWORD).path()).isEqualTo("/login?wrong");
    }

    @Test
    void a_day_that_is_past_is_no_last_day(Office office) {
        var answer = administrator(office)
                .post("/users", "login", "too.late", "name", "試験", "role", "NURSE", "until", "H1.1.8");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("最終日は、きょう以降").contains("value=\"too.late\"");
    }

    @Test
    void an_address_that_another_account_has_is_not_taken_and_it_is_said(Office office) {
        var admin = administrator(office);
        var first = user(office, "mail.one", "99000036");
        var second = user(office, "mail.two", "99000036");

        var free = admin.post("/users/%d/email".formatted(first), "email", "same@example.jp");
        var taken = admin.post("/users/%d/email".formatted(second), "email", "SAME@example.jp");

        assertThat(free.path()).endsWith("notice=access.user.changed");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(office.bean(Identities.class).email(second)).isEmpty();
    }
}
