package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.access.Role;

/// The plan in a real browser: a target is set and stands beside the result.
@ExtendWith(Desk.Extension.class)
class PlanPageTest {

    @Test
    void a_target_is_set_without_any_script_and_the_planned_numbers_appear(Desk desk) {
        var page = desk.window("ja", 1280, false);
        desk.logIn(page, Desk.name(Role.CLERK), Desk.PASSWORD);
        page.navigate(desk.url() + "/plan/2025");
        assertThat(page.locator("main .ts-notice").textContent()).contains("まだ登録されていません");

        page.click("form[action$='/count'] button");
        assertThat(page.locator("main .ts-notice").first().textContent()).contains("集計を始めました");
        desk.waitForJobs();
        page.navigate(desk.url() + "/plan/2025");
        page.fill("#checkup", "70%");
        page.fill("#guidance", "30%");
        page.fill("#note", "第4期の目標");
        page.click("form:has(#checkup) button");

        assertThat(page.locator("main .ts-notice").textContent()).contains("目標を登録しました");
        assertThat(page.locator("main .ts-figure").allTextContents().getFirst()).isEqualTo("70%");
        var total = page.locator("#people ~ div tbody tr").last().locator("td");
        var targets = number(total.nth(0).textContent());
        var planned = number(total.nth(1).textContent());
        assertThat(targets).isPositive();
        assertThat(planned).isBetween(targets * 7 / 10 - 8, targets * 7 / 10 + 8);
        assertThat(number(total.nth(4).textContent()))
                .isBetween(1, number(total.nth(2).textContent()));
        page.context().close();
    }

    @Test
    void on_a_telephone_the_page_is_as_wide_as_the_screen_and_everything_can_be_read(Desk desk) {
        var page = desk.as(Role.CLERK, "en", 390);
        page.navigate(desk.url() + "/plan/2024");

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(Axe.violations(page)).isEmpty();
        assertThat(page.locator("h1").textContent()).isEqualTo("Implementation plan (FY 2024)");
        page.context().close();
    }

    @Test
    void an_analyst_sees_the_plan_and_no_form(Desk desk) {
        var page = desk.as(Role.ANALYST, "ja", 1280);
        page.navigate(desk.url() + "/");
        page.click("nav a[href='/plan']");

        assertThat(page.locator("h1").textContent()).startsWith("実施計画");
        assertThat(page.locator("main form").count()).isZero();
        page.context().close();
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace(",", ""));
    }
}
