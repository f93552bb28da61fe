package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagu.app.access.Role;

/// Every page in a real browser: it opens, it reads, it can be used by everybody, and only by those whose work it is.
@ExtendWith(Desk.Extension.class)
class PagesTest {

    private static final Pattern MEMBER = Pattern.compile("/members/\\d+");

    static Stream<Arguments> pages() {
        return Stream.of(
                        Arguments.of(Role.NURSE, "/"),
                        Arguments.of(Role.NURSE, "/?whose=mine"),
                        Arguments.of(Role.NURSE, "/tasks"),
                        Arguments.of(Role.NURSE, "/tasks?kind=MATCH"),
                        Arguments.of(
                                Role.NURSE, "/tasks?fresh=2026-01-01&sort=name&order=desc&agefrom=40&urgency=high"),
                        Arguments.of(Role.NURSE, "/tasks?state=DROPPED"),
                        Arguments.of(Role.CLERK, "/tasks/excel"),
                        Arguments.of(Role.CLERK, "/letters"),
                        Arguments.of(Role.NURSE, "/checkups/visits"),
                        Arguments.of(Role.NURSE, "/checkups/visits?variable=sbp&sort=value&treated=no"),
                        Arguments.of(Role.NURSE, "/intake"),
                        Arguments.of(Role.NURSE, "/intake/1"),
                        Arguments.of(Role.NURSE, "/intake/matches"),
                        Arguments.of(Role.NURSE, "first match"),
                        Arguments.of(Role.CLERK, "first refused"),
                        Arguments.of(Role.NURSE, "first person"),
                        Arguments.of(Role.NURSE, "first contact"),
                        Arguments.of(Role.NURSE, "first consent"),
                        Arguments.of(Role.NURSE, "/checkups/held"),
                        Arguments.of(Role.NURSE, "/grounds"),
                        Arguments.of(
                                Role.ANALYST,
                                "/grounds?requester=HEALTH_UNION&holder=EMPLOYER&data=EMPLOYER_CHECKUP&age=30"
                                        + "&day=2026-11-27"),
                        Arguments.of(Role.NURSE, "/grounds/L13"),
                        Arguments.of(Role.NURSE, "first decision"),
                        Arguments.of(Role.AUDITOR, "/grounds/disclosures"),
                        Arguments.of(Role.ADMINISTRATOR, "/grounds/disaster"),
                        Arguments.of(Role.ADMINISTRATOR, "/retention"),
                        Arguments.of(Role.CLERK, "/docks"),
                        Arguments.of(Role.CLERK, "/docks/limits?example=0"),
                        Arguments.of(Role.CLERK, "first dock"),
                        Arguments.of(Role.NURSE, "/search"),
                        Arguments.of(Role.CLERK, "/members/register"),
                        Arguments.of(Role.CLERK, "/members/register/1"),
                        Arguments.of(Role.CLERK, "/members/register/1/columns"),
                        Arguments.of(Role.ANALYST, "/"),
                        Arguments.of(Role.ANALYST, "/plan/2025"),
                        Arguments.of(Role.CLERK, "/plan/2026"),
                        Arguments.of(Role.AUDITOR, "/audit?check=true"),
                        Arguments.of(Role.AUDITOR, "/audit/logins"),
                        Arguments.of(Role.ADMINISTRATOR, "/users"),
                        Arguments.of(Role.ADMINISTRATOR, "first user"),
                        Arguments.of(Role.ADMINISTRATOR, "/emergency"),
                        Arguments.of(Role.NURSE, "/account"),
                        Arguments.of(Role.NURSE, "/account/password"),
                        Arguments.of(Role.NURSE, "/account/factor"),
                        Arguments.of(Role.CLERK, "/assignments"),
                        Arguments.of(Role.PROVIDER, "/assigned"),
                        Arguments.of(Role.ADMINISTRATOR, "/clients"),
                        Arguments.of(Role.ADMINISTRATOR, "/api"),
                        Arguments.of(Role.ADMINISTRATOR, "/nowhere"))
                .flatMap(page ->
                        Stream.of("ja", "en").map(language -> Arguments.of(page.get()[0], page.get()[1], language)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void axe_finds_nothing_and_the_console_is_silent(Role role, String address, String language, Desk desk) {
        var page = desk.as(role, language, 1280);
        Places.open(desk, page, address);

        assertThat(Axe.violations(page)).isEmpty();
        assertThat(page.locator("h1").count()).isEqualTo(1);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(desk.complaints()).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({
        "/",
        "/tasks",
        "/checkups/visits",
        "/tasks/excel",
        "first refused",
        "first person",
        "first contact",
        "first consent",
        "first decision",
        "/grounds",
        "/grounds/L13",
        "/checkups/held",
        "first match",
        "/intake"
    })
    void on_a_telephone_nothing_runs_out_of_the_screen(String address, Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 320);
        Places.open(desk, page, address);

        var wide = "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 320"
                + " && !e.closest('.ts-scroll')).map(e => e.outerHTML.slice(0, 200)).join('\\n')";
        assertThat(page.evaluate("document.documentElement.scrollWidth <= 320"))
                .as(() -> "too wide: " + page.evaluate(wide))
                .isEqualTo(true);
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({
        "ANALYST, /members/1",
        "ANALYST, /tasks",
        "ADMINISTRATOR, /members/1",
        "AUDITOR, /search",
        "NURSE, /users",
        "NURSE, /docks",
        "NURSE, /docks/limits",
        "ANALYST, /checkups/held",
        "ANALYST, /consents/1",
        "ANALYST, /grounds/disclosures",
        "ANALYST, /grounds/decisions/1",
        "NURSE, /retention",
        "NURSE, /audit",
        "NURSE, /clients",
        "AUDITOR, /api",
        "DIETITIAN, /intake",
        "DIETITIAN, /letters",
        "DIETITIAN, /tasks/excel",
        "ANALYST, /checkups/visits",
        "DIETITIAN, /members/register",
        "CLERK, /actuator/prometheus",
        "CLERK, /emergency",
        "PROVIDER, /members/1",
        "PROVIDER, /tasks"
    })
    void a_role_does_not_open_what_is_not_its_work(Role role, String address, Desk desk) {
        var page = desk.as(role, "ja", 1280);
        var answer = page.navigate(desk.url() + address);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(page.locator("h1").innerText()).isEqualTo("この操作はできません");
        page.context().close();
    }

    @Test
    void answers_carry_a_strict_policy_and_are_never_kept(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        var headers = page.navigate(desk.url() + "/tasks").allHeaders();

        assertThat(headers.get("content-security-policy"))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.get("cache-control")).contains("no-store");
        assertThat(headers.get("x-content-type-options")).isEqualTo("nosniff");
        assertThat(MEMBER.matcher(page.content()).find()).isTrue();
        page.context().close();
    }
}
