package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.access.Role;

/// Eligible people and tickets in a real browser: terms are set, the list is read, a person's reasons are found.
@ExtendWith(Desk.Extension.class)
class TicketPageTest {

    @Test
    void terms_are_set_without_any_script_and_say_what_the_person_pays(Desk desk) {
        var page = desk.window("ja", 1280, false);
        desk.logIn(page, Desk.name(Role.CLERK), Desk.PASSWORD);
        page.navigate(desk.url() + "/tickets/2026/terms/CHECKUP");
        page.fill("#until", "R9.3.31");
        page.fill("#address", "架空県架空市本町1-1");
        page.fill("#phone", "000-000-0000");
        page.selectOption("#chargeDETAILED", "RATE");
        page.click("main form button[type=submit]");
        assertThat(page.locator("main [role=alert]").textContent()).contains("定率は1から100まで");

        page.fill("#numberDETAILED", "30");
        page.click("main form button[type=submit]");

        assertThat(page.locator("main .ts-notice").textContent()).contains("発行条件を登録しました");
        assertThat(page.locator("main").textContent()).contains("費用の30%");
        page.context().close();
    }

    @Test
    void on_a_telephone_everything_can_be_read_in_both_languages(Desk desk) {
        for (var language : new String[] {"ja", "en"}) {
            var page = desk.as(Role.CLERK, language, 390);
            for (var address : new String[] {
                "/tickets/2026",
                "/tickets/2026/people?part=TARGET",
                "/tickets/2026/calendar",
                "/tickets/2026/terms/CHECKUP"
            }) {
                page.navigate(desk.url() + address);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(address)
                        .isEqualTo(390);
                assertThat(Axe.violations(page)).as(address).isEmpty();
            }
            page.navigate(desk.url() + "/tickets/2026/people?part=TARGET");
            page.locator("main tbody a").first().click();
            assertThat(page.locator("#standing ~ ul li").count()).isPositive();
            assertThat(Axe.violations(page)).isEmpty();
            page.context().close();
        }
    }
}
