package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.access.Role;

/// Programs that use the API, in a real browser.
@ExtendWith(Desk.Extension.class)
class ClientsTest {

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
}
