package org.tsunagu.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.IdentityService.Person;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;

/// The organisation's identity service lets in those whom an administrator has added, and nobody else.
@ExtendWith(Office.Extension.class)
class SingleSignOnTest {

    private static final String PLACE = SingleSignOn.PLACE;

    private static long user(Office office, String login, String email) {
        var id = office.bean(Accounts.class).add(login, "試験", Office.PASSWORD, office.insurer("99000036"), Role.NURSE);
        office.bean(Identities.class).setEmail(id, email);
        return id;
    }

    private static Visitor.Answer come(Office office, Visitor visitor, Person person) {
        office.identity().next(person);
        return visitor.get(PLACE);
    }

    @Test
    void a_verified_address_that_an_administrator_has_written_down_opens_what_was_asked_for(Office office) {
        user(office, "sso.one", "One@example.jp");
        var visitor = new Visitor(office);
        assertThat(visitor.get("/tasks?kind=VISIT").body()).contains("組織の認証サービスでログイン");

        var page = come(office, visitor, new Person("s1", "one@example.jp", true));

        assertThat(page.path()).startsWith("/tasks?kind=VISIT");
        assertThat(page.body()).contains("作業リスト");
    }

    @Test
    void an_unknown_or_unverified_address_opens_nothing(Office office) {
        user(office, "sso.two", "two@example.jp");
        var visitor = new Visitor(office);

        assertThat(come(office, visitor, new Person("s2", "two@example.jp", false))
                        .path())
                .isEqualTo("/login?unknown");
        assertThat(come(office, visitor, new Person("s3", "nobody@example.jp", true))
                        .path())
                .isEqualTo("/login?unknown");
        assertThat(visitor.get("/tasks").path()).startsWith("/login");
    }

    @Test
    void the_first_log_in_binds_so_that_an_address_given_to_somebody_else_opens_nothing(Office office) {
        user(office, "sso.four", "four@example.jp");
        assertThat(come(office, new Visitor(office), new Person("s4", "four@example.jp", true))
                        .path())
                .isEqualTo("/");

        assertThat(come(office, new Visitor(office), new Person("s5", "four@example.jp", true))
                        .path())
                .isEqualTo("/login?unknown");
        assertThat(come(office, new Visitor(office), new Person("s4", "renamed@example.jp", true))
                        .path())
                .isEqualTo("/");
    }

    @Test
    void a_locked_account_stays_locked(Office office) {
        var id = user(office, "sso.six", "six@example.jp");
        office.bean(Staff.class).enable(id, false);

        assertThat(come(office, new Visitor(office), new Person("s6", "six@example.jp", true))
                        .path())
                .isEqualTo("/login?unknown");
    }
}
