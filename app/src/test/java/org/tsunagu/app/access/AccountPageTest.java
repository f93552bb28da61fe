package org.tsunagu.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;

/// One's own account: the password, and what follows from changing it.
@ExtendWith(Office.Extension.class)
class AccountPageTest {

    private static final String NEW = "another one for tests";

    private static String user(Office office, String login) {
        office.bean(Accounts.class).add(login, "試験", Office.PASSWORD, office.insurer("99000036"), Role.NURSE);
        return login;
    }

    @Test
    void a_changed_password_ends_the_sessions_elsewhere_and_keeps_this_one(Office office) {
        var login = user(office, "changes");
        var here = new Visitor(office);
        var elsewhere = new Visitor(office);
        here.logIn(login, Office.PASSWORD);
        elsewhere.logIn(login, Office.PASSWORD);
        here.get("/account/password");

        var changed = here.post(
                "/account/password", "oldPassword", Office.PASSWORD, "newPassword", NEW, "newPasswordAgain", NEW);

        assertThat(changed.path()).startsWith("/account?notice=");
        assertThat(here.get("/tasks").status()).isEqualTo(200);
        assertThat(elsewhere.get("/tasks").path()).isEqualTo("/login?ended");
        assertThat(new Visitor(office).logIn(login, Office.PASSWORD).path()).isEqualTo("/login?wrong");
        assertThat(new Visitor(office).logIn(login, NEW).path()).isEqualTo("/");
        var noted = office.everything()
                .queryForList("select detail from audit.event where place = '/account/password'", String.class);
        assertThat(noted).anyMatch(detail -> detail.endsWith(", password"));
    }

    @ParameterizedTest
    @CsvSource({
        "the wrong one, another one for tests, another one for tests, 今のパスワードが違います。",
        "only for these tests, elevenchars, elevenchars, パスワードは12文字以上にしてください。",
        "only for these tests, another one for tests, and not the same, 新しいパスワードが2回とも同じではありません。",
        "only for these tests, only for these tests, only for these tests, 今と違うパスワードにしてください。"
    })
    void what_is_wrong_with_a_new_password_is_said(String old, String fresh, String again, String said, Office office) {
        var visitor = new Visitor(office);
        visitor.logIn(user(office, "mistaken"), Office.PASSWORD);
        visitor.get("/account/password");

        var answer =
                visitor.post("/account/password", "oldPassword", old, "newPassword", fresh, "newPasswordAgain", again);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(said).doesNotContain(fresh);
    }

    @Test
    void wrong_passwords_at_the_log_in_are_counted_once_each(Office office) {
        var login = user(office, "clumsy");
        var visitor = new Visitor(office);

        for (var i = 0; i < 4; i++) {
            assertThat(visitor.logIn(login, "wrong").path()).isEqualTo("/login?wrong");
        }

        assertThat(visitor.logIn(login, "wrong").path()).isEqualTo("/login?locked");
    }

    @Test
    void everybody_finds_the_own_account_in_the_header(Office office) {
        var visitor = new Visitor(office);

        var page = visitor.logIn(user(office, "header"), Office.PASSWORD);

        assertThat(page.body()).contains("href=\"/account\"");
        assertThat(visitor.get("/account").body()).contains("header").contains("保健師");
    }
}
