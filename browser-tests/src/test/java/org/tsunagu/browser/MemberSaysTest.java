package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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

/// What members say, ask for, show and write down on a telephone, filled in: replies, requests, the page for the doctor,
/// the diary; and what the office sees of it.
@ExtendWith(Desk.Extension.class)
class MemberSaysTest {

    private static final String PASSWORD = "a password of my own";
    private static final AtomicInteger NAMES = new AtomicInteger();

    /// A member with a high blood pressure, another one each time, and the date of birth.
    private static Map.Entry<Long, LocalDate> person(Desk desk, int which) {
        return desk.bean(TenantTransactions.class)
                .in(
                        desk.insurer().id(),
                        () -> desk.bean(JdbcClient.class)
                                .sql(
                                        "select m.id, m.birth from membership.member m join checkups.visit_advice a"
                                                + " on a.member_id = m.id where a.variable = 'sbp' and m.birth > '1953-01-01'"
                                                + " and exists (select 1 from membership.coverage c where c.member_id = m.id"
                                                + " and c.to_day is null) order by m.id offset :which limit 1")
                                .param("which", which)
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

    /// Connects, logs in and shows the password once more.
    private static Page member(Desk desk, Map.Entry<Long, LocalDate> person, String language) {
        var login = "says" + NAMES.incrementAndGet();
        var page = desk.window(language, 390, true);
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
        page.navigate(desk.url() + "/my/confirm");
        page.fill("input[type=password]", PASSWORD);
        page.click("main form button");
        return page;
    }

    private static void isAccessible(Page page, String what) {
        assertThat(page.locator("h1").count()).as(what).isEqualTo(1);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(what)
                .isEqualTo(390);
        assertThat(Axe.violations(page)).as(what).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void what_is_filled_in_is_accessible(String language, Desk desk) {
        var person = person(desk, language.equals("ja") ? 0 : 1);
        var page = member(desk, person, language);

        page.navigate(desk.url() + "/my/recommendation");
        page.locator("details:has(input[value=VISITED]) summary").click();
        isAccessible(page, "recommendation");
        page.fill("#clinic-VISITED", "見本医院");
        page.locator("form:has(input[value=VISITED]) button").click();
        assertThat(page.locator("[role=status]").count()).isEqualTo(1);

        page.navigate(desk.url() + "/my/goals");
        page.fill("#weight", "704");
        page.click("form[action='/my/goals'] button");
        assertThat(page.locator("[role=alert]").count()).isEqualTo(1);
        isAccessible(page, "goals refused");
        page.fill("#weight", "70.4");
        page.click("form[action='/my/goals'] button");
        page.fill("#words", "毎日歩く");
        page.click("form[action='/my/goals/own'] button");
        page.locator("#diary ~ details summary").click();
        isAccessible(page, "goals");

        page.navigate(desk.url() + "/my/requests");
        page.check("input[value=CORRECTION]");
        page.fill("#words", "身長がちがいます");
        page.click("form[action='/my/requests'] button");
        isAccessible(page, "requests");

        page.navigate(desk.url() + "/my/self-referral");
        page.check("input[value=FOOD]");
        page.check("input[value=PHONE]");
        page.click("form[action='/my/self-referral'] button");
        assertThat(page.url()).contains("/my/support");
        isAccessible(page, "support");
        page.context().close();

        var nurse = desk.as(Role.NURSE, language, 390);
        for (var address : new String[] {"/portal/applications", "/portal/members/%d/applications".formatted(person.getKey())}) {
            nurse.navigate(desk.url() + address);
            assertThat(Axe.violations(nurse)).as(address).isEmpty();
        }
        nurse.context().close();
        assertThat(desk.complaints()).as("only the form that was refused").allMatch(text -> text.contains("422"));
    }

    @Test
    void the_page_for_the_doctor_opens_on_another_device(Desk desk) {
        var page = member(desk, person(desk, 2), "ja");
        page.navigate(desk.url() + "/my/doctor-page");
        page.check("input[value=CHECKUP]");
        page.check("input[value=DRUGS]");
        page.check("input[value=GUIDANCE]");
        page.click("form[action='/my/doctor-page'] button");
        isAccessible(page, "showing");
        var box = page.locator("svg.ts-qr").boundingBox();
        assertThat(box.width).isBetween(200.0, 300.0);
        var link = page.locator(".ts-wrap").textContent();

        var doctor = desk.window("ja", 390, true);
        doctor.navigate(link.replaceFirst("https?://[^/]+", desk.url()));
        isAccessible(doctor, "shown");
        assertThat(doctor.locator("h2").count()).isEqualTo(3);
        page.click("form[action$='/end'] button");
        isAccessible(page, "ended");
        doctor.reload();
        assertThat(doctor.locator("h1").textContent()).isEqualTo("このページは開けません");
        isAccessible(doctor, "nothing");
        doctor.context().close();
        page.context().close();
        assertThat(desk.complaints()).as("only the page that is over").allMatch(text -> text.contains("404"));
    }
}
