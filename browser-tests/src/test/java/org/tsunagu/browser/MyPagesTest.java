package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.portal.MemberInvitations;

/// The members' own pages on a telephone: first connection, results, who looked, in both languages and with large
/// letters.
@ExtendWith(Desk.Extension.class)
class MyPagesTest {

    private static final String PASSWORD = "a password of my own";
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final List<String> PAGES = List.of(
            "/my",
            "/my/checkups",
            "/my/trends",
            "/my/drugs",
            "/my/expenses",
            "/my/guidance",
            "/my/tickets",
            "/my/points",
            "/my/messages",
            "/my/consents",
            "/my/access?days=0&own=true",
            "/my/export",
            "/my/proxies",
            "/my/devices",
            "/my/confirm");

    /// The member with the most results, and the date of birth.
    private static Map.Entry<Long, LocalDate> person(Desk desk) {
        return desk.bean(TenantTransactions.class)
                .in(
                        desk.insurer().id(),
                        () -> desk.bean(JdbcClient.class)
                                .sql(
                                        "select m.id, m.birth from membership.member m join checkups.checkup c on c.member_id = m.id"
                                                + " group by m.id, m.birth order by count(*) desc, m.id limit 1")
                                .query((row, n) -> Map.entry(row.getLong(1), row.getObject(2, LocalDate.class)))
                                .single());
    }

    private static String code(Desk desk, long member) {
        var actor = new Actor(0, "test", desk.insurer(), Set.of());
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
        try {
            var found = desk.bean(Members.class).find(new MemberId(member)).orElseThrow();
            return desk.bean(MemberInvitations.class)
                    .issue(found, MemberInvitations.Way.COUNTER)
                    .orElseThrow()
                    .code();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /// Connects and logs in, without any script.
    private static Page member(Desk desk, String language, int width) {
        var person = person(desk);
        var login = "browser" + NAMES.incrementAndGet();
        var page = desk.window(language, width, true);
        page.navigate(desk.url() + "/my/start");
        page.fill("#code", code(desk, person.getKey()));
        page.fill("#birth", person.getValue().toString());
        page.fill("#login", login);
        page.fill("#password", PASSWORD);
        page.fill("#again", PASSWORD);
        page.click("main form button");
        page.fill("#username", login);
        page.fill("#password", PASSWORD);
        page.click("main form button");
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void every_page_fits_a_telephone_and_axe_finds_nothing(String language, Desk desk) {
        var page = member(desk, language, 390);
        assertThat(page.url()).endsWith("/my");
        for (var address : PAGES) {
            page.navigate(desk.url() + address);
            assertThat(page.locator("h1").count()).as(address).isEqualTo(1);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(address)
                    .isEqualTo(390);
            assertThat(Axe.violations(page)).as(address).isEmpty();
        }
        assertThat(desk.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void with_the_largest_letters_nothing_runs_out_of_a_small_screen(Desk desk) {
        var page = member(desk, "ja", 320);
        page.context()
                .addCookies(
                        List.of(new Cookie("size", "3").setDomain("localhost").setPath("/my")));
        for (var address : PAGES) {
            page.navigate(desk.url() + address);
            assertThat(page.locator("html").getAttribute("class")).isEqualTo("ts-size-3");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= 320"))
                    .as(address)
                    .isEqualTo(true);
        }
        page.context().close();
    }

    @Test
    void the_pages_before_the_log_in_are_accessible(Desk desk) {
        for (var language : new String[] {"ja", "en"}) {
            var page = desk.window(language, 390, false);
            for (var address : new String[] {"/my/login", "/my/start"}) {
                page.navigate(desk.url() + address);
                page.locator("h1").waitFor();
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(address)
                        .isEqualTo(390);
            }
            page.context().close();
            var scripted = desk.window(language, 390, true);
            for (var address : new String[] {"/my/login", "/my/start", "/my/start/nowhere"}) {
                scripted.navigate(desk.url() + address);
                assertThat(Axe.violations(scripted)).as(address).isEmpty();
            }
            scripted.context().close();
        }
    }

    @Test
    void the_five_years_are_pictures_and_tables_of_the_same_numbers(Desk desk) {
        var page = member(desk, "ja", 1280);
        page.navigate(desk.url() + "/my/trends");

        assertThat(page.locator("figure svg").count()).isPositive();
        assertThat(page.locator("figure table").count())
                .isEqualTo(page.locator("figure svg").count());
        page.context().close();
    }

    @Test
    void the_pages_of_the_office_for_members_are_accessible(Desk desk) {
        var member = person(desk).getKey();
        for (var address :
                new String[] {"/portal", "/portal/members/" + member, "/rewards", "/rewards/members/" + member}) {
            var page = desk.as(Role.CLERK, "ja", 390);
            page.navigate(desk.url() + address);
            assertThat(Axe.violations(page)).as(address).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(address)
                    .isEqualTo(390);
            page.context().close();
        }
    }
}
