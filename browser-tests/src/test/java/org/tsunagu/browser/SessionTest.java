package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.access.Role;

/// Before the log-in, at the log-in, and when a session has ended or an emergency begins, in a real browser.
@ExtendWith(Desk.Extension.class)
class SessionTest {

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

    @Test
    void what_was_typed_is_there_again_after_the_session_ended(Desk desk) {
        var page = desk.as(Role.DIETITIAN, "ja", 1280);
        Places.open(desk, page, "first contact");
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
        Places.open(desk, page, "first contact");
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
        Places.open(desk, nurse, "first person");
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
}
