package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagu.app.access.Role;

/// Every page in a real browser: it opens, it reads, it can be used by everybody.
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
                        Arguments.of(Role.NURSE, "/search"),
                        Arguments.of(Role.CLERK, "/members/register"),
                        Arguments.of(Role.CLERK, "/members/register/1"),
                        Arguments.of(Role.ANALYST, "/"),
                        Arguments.of(Role.ANALYST, "/plan/2025"),
                        Arguments.of(Role.CLERK, "/plan/2026"),
                        Arguments.of(Role.AUDITOR, "/audit?check=true"),
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

    private static void open(Desk desk, Page page, String address) {
        switch (address) {
            case "first person" ->
                page.navigate(desk.url() + first(desk, page, "/tasks", "main td a[href^='/members/']"));
            case "first contact" -> {
                var person = first(desk, page, "/tasks", "main td a[href^='/members/']");
                page.navigate(desk.url() + person.replace("/members/", "/contacts/"));
            }
            case "first user" -> page.navigate(desk.url() + first(desk, page, "/users", "main td a"));
            case "first match" -> page.navigate(desk.url() + first(desk, page, "/intake/matches", "main td a"));
            case "first refused" -> {
                var file = first(desk, page, "/intake", "main tr:has(td:nth-child(6):not(:text-is('0'))) a");
                page.navigate(desk.url() + first(desk, page, file, "main a[href^='/intake/documents/']"));
            }
            default -> page.navigate(desk.url() + address);
        }
    }

    private static String first(Desk desk, Page page, String list, String selector) {
        page.navigate(desk.url() + list);
        return page.locator(selector).first().getAttribute("href");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void axe_finds_nothing_and_the_console_is_silent(Role role, String address, String language, Desk desk) {
        var page = desk.as(role, language, 1280);
        open(desk, page, address);

        assertThat(Axe.violations(page)).isEmpty();
        assertThat(page.locator("h1").count()).isEqualTo(1);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(desk.complaints()).isEmpty();
        page.context().close();
    }

    /// Some refused documents cannot be read at all, and have no fields.
    private static void openReadable(Desk desk, Page page) {
        page.navigate(desk.url() + "/intake");
        for (var file : links(page, "main tr:has(td:nth-child(6):not(:text-is('0'))) a")) {
            page.navigate(desk.url() + file);
            for (var document : links(page, "main a[href^='/intake/documents/']")) {
                page.navigate(desk.url() + document);
                if (page.locator("[id='f.postal_code']").count() > 0) {
                    return;
                }
            }
        }
        throw new IllegalStateException("no refused document that can be read");
    }

    private static List<String> links(Page page, String selector) {
        return page.locator(selector).all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    @Test
    void a_refused_document_is_put_right_with_its_difference_before_the_eyes(Desk desk) {
        var page = desk.as(Role.CLERK, "ja", 1280);
        openReadable(desk, page);
        var address = page.url();
        page.fill("[id='f.postal_code']", "000-0109");
        page.locator("main button.ts-button--quiet[type=submit]").last().click();

        assertThat(page.locator("#diff").count()).isEqualTo(1);
        assertThat(page.locator("ins").first().innerText()).isEqualTo("000-0109");
        assertThat(Axe.violations(page)).isEmpty();
        page.locator("button[name=take]").click();
        assertThat(page.locator("[role=alert]").innerText()).contains("理由");
        page.fill("#note", "健診機関に確認");
        page.locator("button[name=take]").click();

        assertThat(page.locator("[role=status]").first().innerText()).isNotBlank();
        assertThat(page.url()).isNotEqualTo(address);
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
        "first match",
        "/intake"
    })
    void on_a_telephone_nothing_runs_out_of_the_screen(String address, Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 320);
        open(desk, page, address);

        var wide = "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 320"
                + " && !e.closest('.ts-scroll')).map(e => e.outerHTML.slice(0, 200)).join('\\n')";
        assertThat(page.evaluate("document.documentElement.scrollWidth <= 320"))
                .as(() -> "too wide: " + page.evaluate(wide))
                .isEqualTo(true);
        page.context().close();
    }

    @Test
    void nobody_sees_anything_before_the_log_in(Desk desk) {
        var page = desk.window("ja", 1280, true);
        for (var address : List.of("/", "/members/1", "/tasks", "/intake", "/audit", "/actuator/prometheus")) {
            page.navigate(desk.url() + address);
            assertThat(page.url()).as(address).endsWith("/login");
        }
        page.context().close();
    }

    @Test
    void a_wrong_password_is_told_without_saying_what_was_wrong(Desk desk) {
        var page = desk.window("ja", 1280, true);
        desk.logIn(page, "nurse", "wrong");

        assertThat(page.locator("[role=alert]").innerText()).isEqualTo("利用者名かパスワードが違います。");
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({
        "ANALYST, /members/1",
        "ANALYST, /tasks",
        "ADMINISTRATOR, /members/1",
        "AUDITOR, /search",
        "NURSE, /users",
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
    void a_call_is_recorded_by_keyboard_alone_and_stands_on_the_persons_page(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        open(desk, page, "first contact");
        // Telephone is chosen and has the focus; from there Tab goes to the outcome, whom with, and the note.
        assertThat(page.evaluate("document.activeElement.value")).isEqualTo("PHONE");
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().insertText("<b>夕方</b>にかけ直す & 確認");
        page.keyboard().press("Control+Enter");
        page.waitForURL(MEMBER_NOTICE);

        assertThat(page.locator("[role=status]").first().innerText()).isEqualTo("連絡を記録しました。");
        assertThat(page.locator(".ts-timeline li").first().innerText())
                .contains("電話：不在")
                .contains("<b>夕方</b>にかけ直す & 確認");
        page.context().close();
    }

    private static final Pattern MEMBER_NOTICE = Pattern.compile(".*/members/\\d+\\?notice=contacts.saved");

    @Test
    void what_was_typed_is_there_again_after_the_session_ended(Desk desk) {
        var page = desk.as(Role.DIETITIAN, "ja", 1280);
        open(desk, page, "first contact");
        var address = page.url();
        page.fill("#note", "書きかけのメモ");
        page.locator("#nextStep").focus();
        page.waitForCondition(
                () -> page.locator("[data-draft-status]").innerText().contains("下書き"));
        page.context().clearCookies();

        page.locator("main button.ts-button").first().click();
        desk.logIn(page, "dietitian", Desk.PASSWORD);
        page.navigate(address);

        assertThat(page.inputValue("#note")).isEqualTo("書きかけのメモ");
        page.context().close();
    }

    @Test
    void a_form_sent_after_the_session_ended_comes_back_without_any_script(Desk desk) {
        var page = desk.window("ja", 1280, false);
        desk.logIn(page, "dietitian", Desk.PASSWORD);
        open(desk, page, "first contact");
        page.fill("#note", "時間切れの前に書いたメモ");
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("tsunagu"));

        page.locator("main button.ts-button").first().click();

        assertThat(page.locator("[role=alert]").innerText()).contains("入力した内容は取ってあります");
        page.fill("#username", "dietitian");
        page.fill("#password", Desk.PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.locator("h1").innerText()).isEqualTo("まだ送っていない入力");
        assertThat(page.inputValue("#kept-note")).isEqualTo("時間切れの前に書いたメモ");
        page.locator("main button.ts-button").first().click();
        assertThat(page.locator(".ts-timeline li").first().innerText()).contains("時間切れの前に書いたメモ");
        page.context().close();
    }

    @Test
    void an_emergency_opens_one_person_and_says_so_on_every_page(Desk desk) {
        var nurse = desk.as(Role.NURSE, "ja", 1280);
        open(desk, nurse, "first person");
        var name = nurse.locator("h1").innerText();
        var birth = nurse.locator(".ts-lead").innerText().replaceAll("(?s).*?((?:昭和|平成)[^生]*)生.*", "$1");
        nurse.context().close();
        var page = desk.as(Role.ADMINISTRATOR, "ja", 1280);
        page.navigate(desk.url() + "/emergency");
        page.fill("#who", name);
        page.fill("#birth", birth);
        page.fill("#reason", "救急の病院から連絡を受けた");
        page.locator("main button.ts-button").click();

        assertThat(page.locator("h1").innerText()).isEqualTo(name);
        assertThat(page.locator("aside.ts-emergency").innerText()).contains("緊急閲覧中です");
        assertThat(Axe.violations(page)).isEmpty();
        page.locator("aside.ts-emergency button").click();
        assertThat(page.locator("aside.ts-emergency").count()).isZero();
        page.context().close();
    }

    @Test
    void a_person_is_found_and_the_name_is_not_in_the_address(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        page.navigate(desk.url() + "/tasks");
        var name = page.locator("main td a[href^='/members/']").first().innerText();
        page.fill("#words", name);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*(/search|/members/\\d+)"));

        assertThat(page.locator("main").innerText()).contains(name);
        page.context().close();
    }

    @Test
    void why_is_answered_on_the_spot_with_row_and_source(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        open(desk, page, "first person");
        page.locator("details summary").first().click();

        assertThat(page.locator("details ol.ts-why li").first().innerText()).contains(":");
        assertThat(page.locator("details").first().innerText()).contains("規則の版");
        page.context().close();
    }

    @Test
    void values_over_the_years_are_drawn_and_stand_in_a_table(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        page.navigate(desk.url() + "/tasks");
        var people = page.locator("main td a[href^='/members/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        var drawn = people.stream().anyMatch(person -> {
            page.navigate(desk.url() + person);
            return page.locator("figure svg").count() > 0;
        });

        assertThat(drawn).isTrue();
        assertThat(page.locator("table.ts-table--figures thead th").count()).isGreaterThan(2);
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();
    }

    @Test
    void a_task_is_taken_on_and_appears_among_ones_own(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        page.navigate(desk.url() + "/tasks?kind=VISIT");
        var name = page.locator("main td a[href^='/members/']").first().innerText();
        page.locator("input[name=task]").first().check();
        page.click("button[value=take]");
        page.navigate(desk.url() + "/?whose=mine");

        assertThat(page.locator("main").innerText()).contains(name);
        page.context().close();
    }

    @Test
    void taking_somebody_off_the_list_needs_a_reason(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        page.navigate(desk.url() + "/tasks?kind=VISIT");
        page.locator("input[name=task]").first().check();
        page.click("button[value=exclude]");

        assertThat(page.locator("[role=alert]").innerText()).contains("理由");
        page.context().close();
    }

    @Test
    void a_file_is_handed_in_without_any_script(Desk desk) {
        var page = desk.window("ja", 1280, false);
        desk.logIn(page, "clerk", Desk.PASSWORD);
        page.navigate(desk.url() + "/intake");
        page.setInputFiles(
                "#file", new FilePayload("<img src=x>.xml", "text/xml", "<nothing/>".getBytes(StandardCharsets.UTF_8)));
        page.click("main form button");
        desk.waitForJobs();
        page.navigate(desk.url() + "/intake");

        assertThat(page.locator("main").innerText()).contains("<img src=x>.xml");
        page.context().close();
    }

    @Test
    void the_notice_is_a_pdf(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        open(desk, page, "first person");
        var answer = page.request()
                .get(desk.url() + page.locator("a[href$='notice.pdf']").getAttribute("href"));

        assertThat(new String(answer.body(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        page.context().close();
    }

    @Test
    void an_export_says_what_for_and_is_in_the_ledger(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        page.navigate(desk.url() + "/tasks?kind=VISIT");
        page.selectOption("#purpose", "MEETING");
        page.fill("#purposeWords", "会議の資料");
        var file = page.waitForDownload(() -> page.click("form[action='/tasks/export'] button"));
        assertThat(file.path()).content().startsWith("\ufefftask_id,kind,name").contains("VISIT");
        page.context().close();

        var auditor = desk.as(Role.AUDITOR, "ja", 1280);
        auditor.navigate(desk.url() + "/audit");
        assertThat(auditor.locator("main").innerText()).contains("書き出し").contains("会議・事例の検討: 会議の資料");
        auditor.context().close();
    }

    @Test
    void a_program_is_added_its_secret_shown_once_and_it_is_disabled(Desk desk) {
        var page = desk.as(Role.ADMINISTRATOR, "ja", 1280);
        page.navigate(desk.url() + "/clients");
        page.fill("#name", "<b>基幹</b>システム");
        page.locator("input[value=COUNTS]").check();
        page.click("main form:has(#name) button");
        var secret = page.locator("#client-secret").innerText();

        assertThat(secret).hasSizeGreaterThan(40);
        assertThat(page.locator("main").innerText()).contains("<b>基幹</b>システム");
        assertThat(Axe.violations(page)).isEmpty();

        page.navigate(desk.url() + "/clients");
        assertThat(page.content()).doesNotContain(secret);
        page.locator("main table form button").first().click();

        assertThat(page.locator("[role=status]").innerText()).startsWith("停止しました");
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
