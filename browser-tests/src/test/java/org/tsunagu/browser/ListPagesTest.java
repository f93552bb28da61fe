package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.access.Role;

/// The lists of people in a real browser: made, read with their steps, changed in a copy, without any script.
@ExtendWith(Desk.Extension.class)
class ListPagesTest {

    private static void make(Desk desk) {
        var page = desk.window("ja", 1280, false);
        desk.logIn(page, Desk.name(Role.NURSE), Desk.PASSWORD);
        page.navigate(desk.url() + "/lists");
        page.click("#make ~ form button");
        assertThat(page.locator("main .ts-notice").first().textContent()).contains("作成を始めました");
        page.context().close();
        desk.waitForJobs();
    }

    private static void accessible(Page page, String address) {
        page.navigate(address);
        assertThat(Axe.violations(page)).as(address).isEmpty();
    }

    @Test
    void the_lists_are_made_and_each_says_who_is_left_after_each_step(Desk desk) {
        make(desk);
        for (var language : new String[] {"ja", "en"}) {
            var page = desk.as(Role.NURSE, language, 1280);
            accessible(page, desk.url() + "/lists");
            assertThat(page.locator("main tbody tr").count()).isEqualTo(25);
            accessible(page, desk.url() + "/lists/UNTREATED-BP?state=open");
            assertThat(page.locator("#steps ~ div tbody tr").count()).isEqualTo(6);
            assertThat(page.locator("main figure svg").count()).isEqualTo(1);
            assertThat(page.locator("#people ~ div tbody tr").count()).isPositive();
            page.locator("#people ~ div tbody tr a").nth(1).click();
            assertThat(page.locator("#why ~ ol li").count()).isPositive();
            assertThat(Axe.violations(page)).isEmpty();
            accessible(page, desk.url() + "/lists/DKD-2024/definition");
            page.context().close();
        }
    }

    @Test
    void a_clerk_changes_a_threshold_in_a_copy(Desk desk) {
        make(desk);
        var page = desk.window("ja", 1280, false);
        desk.logIn(page, Desk.name(Role.CLERK), Desk.PASSWORD);
        page.navigate(desk.url() + "/lists/POLYPHARMACY/definition");
        page.fill("input[name='list/steps:POLYPHARMACY-MANY-DRUGS-1']", "many");
        page.click("main .ts-form button");
        assertThat(page.locator("main [role=alert]").textContent()).contains("使えない値");
        page.fill("input[name='list/steps:POLYPHARMACY-MANY-DRUGS-1']", "15");
        page.fill("#note", "人手に合わせる");
        page.click("main .ts-form button");
        assertThat(page.locator("main .ts-notice").first().textContent()).contains("保存しました");
        assertThat(page.locator("#copies ~ ol li").first().textContent()).contains("→ 15");
        page.context().close();
    }

    @Test
    void on_a_telephone_a_list_is_as_wide_as_the_screen(Desk desk) {
        make(desk);
        var page = desk.as(Role.NURSE, "ja", 390);
        page.navigate(desk.url() + "/lists/UNTREATED-BP");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();
    }
}
