package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.access.Role;

/// The pages of guidance in a real browser: the ranked list, a candidate, and a course recorded by keyboard.
@ExtendWith(Desk.Extension.class)
class GuidancePageTest {

    @Test
    void a_course_is_opened_and_recorded_by_keyboard_without_any_script(Desk desk) {
        var page = desk.window("ja", 1280, false);
        desk.logIn(page, Desk.name(Role.NURSE), Desk.PASSWORD);
        page.navigate(desk.url() + "/guidance?year=2025&state=WAITING");
        assertThat(page.locator("h1").textContent()).startsWith("特定保健指導の対象者");
        page.locator("main tbody a").first().click();
        page.locator("form[action$='/open'] button").click();
        assertThat(page.locator("h1").textContent()).endsWith("さんの特定保健指導");

        page.locator(".ts-chip[href*='ISSUE_TICKET']").click();
        page.locator("#course-words").focus();
        page.keyboard().type("利用券を郵送した");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator("main .ts-notice").textContent()).contains("記録しました");
        assertThat(page.locator("main").textContent()).contains("利用券発行").contains("利用券を郵送した");
        page.context().close();
    }

    @Test
    void everything_can_be_read_in_both_languages_and_on_a_telephone(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        page.navigate(desk.url() + "/guidance?year=2025");
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();

        var english = desk.as(Role.NURSE, "en", 390);
        english.navigate(desk.url() + "/guidance?year=2025&state=WAITING");
        assertThat(Axe.violations(english)).isEmpty();
        assertThat(english.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        english.locator("main tbody a").last().click();
        assertThat(Axe.violations(english)).isEmpty();
        english.locator("form[action$='/open'] button").click();
        assertThat(Axe.violations(english)).isEmpty();
        english.locator(".ts-chip[href*='FIRST_INTERVIEW']").click();
        assertThat(Axe.violations(english)).isEmpty();
        assertThat(english.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        english.context().close();
    }
}
