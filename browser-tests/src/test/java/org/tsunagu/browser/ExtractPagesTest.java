package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.access.Role;

/// An extract in a real browser: asked for by one person, released by another, without any script.
@ExtendWith(Desk.Extension.class)
class ExtractPagesTest {

    @Test
    void one_person_asks_and_another_releases_and_every_page_is_accessible(Desk desk) {
        var nurse = desk.window("ja", 1280, false);
        desk.logIn(nurse, Desk.name(Role.NURSE), Desk.PASSWORD);
        nurse.navigate(desk.url() + "/extracts");
        nurse.fill("#project", "ブラウザーの試験");
        nurse.fill("#k", "3");
        nurse.check("input[value=sex]");
        nurse.check("input[value=smoking]");
        nurse.selectOption("#purpose", "REPORT");
        nurse.click("#ask ~ form button");
        assertThat(nurse.locator("main .ts-notice").first().textContent()).contains("申請しました");
        var address = nurse.url().replaceAll("\\?.*", "");
        nurse.context().close();

        var clerk = desk.window("ja", 1280, false);
        desk.logIn(clerk, Desk.name(Role.CLERK), Desk.PASSWORD);
        clerk.navigate(address);
        clerk.click("button[value=release]");
        assertThat(clerk.locator("main .ts-notice").first().textContent()).contains("承認しました");
        clerk.context().close();
        desk.waitForJobs();

        for (var language : new String[] {"ja", "en"}) {
            var page = desk.as(Role.CLERK, language, 1280);
            for (var path : new String[] {desk.url() + "/extracts", address}) {
                page.navigate(path);
                assertThat(Axe.violations(page)).as(path).isEmpty();
            }
            assertThat(page.locator("#report ~ div tbody tr").count()).isGreaterThan(10);
            page.context().close();
        }
        assertThat(desk.complaints()).isEmpty();
    }
}
