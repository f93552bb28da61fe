package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.access.Role;

/// The statutory report in a real browser: counted, looked through, frozen.
@ExtendWith(Desk.Extension.class)
class ReportPageTest {

    private static final String YEAR = "/reports/2025";

    @BeforeEach
    void counted(Desk desk) {
        var page = desk.as(Role.CLERK, "ja", 1280);
        page.navigate(desk.url() + YEAR);
        if (page.locator("main .ts-figure").count() == 0) {
            page.click("main form[action$='/count'] button");
            desk.waitForJobs();
        }
        page.context().close();
    }

    @Test
    void a_count_is_frozen_and_its_archive_comes_out_without_any_script(Desk desk) {
        var page = desk.window("ja", 1280, false);
        desk.logIn(page, Desk.name(Role.CLERK), Desk.PASSWORD);
        page.navigate(desk.url() + YEAR);
        var rate = page.locator("main .ts-figure").first().textContent();
        assertThat(rate).matches("[0-9.]+%");

        page.fill("#receiver", "x");
        page.click("main form[action$='/freeze'] button");
        assertThat(page.locator("main [role=alert]").textContent()).contains("7〜10桁");
        page.fill("#receiver", "99999997");
        page.click("main form[action$='/freeze'] button");
        desk.waitForJobs();
        page.reload();

        assertThat(page.locator("h1").textContent()).contains("現在の報告");
        assertThat(page.locator("#then ~ div tbody tr")
                        .first()
                        .locator("td")
                        .first()
                        .textContent())
                .startsWith(rate);
        assertThat(page.locator("#archive ~ p").first().textContent()).contains("_99999997_");
        var download = page.waitForDownload(() -> {
            page.selectOption("#purpose", "OTHER");
            page.fill("#purposeWords", "試験");
            page.click("main form[action$='/archive'] button");
        });
        assertThat(download.suggestedFilename()).endsWith("_5.zip");
        page.context().close();
    }

    @Test
    void the_definition_of_a_rate_is_one_click_away(Desk desk) {
        var page = desk.as(Role.ANALYST, "en", 1280);
        page.navigate(desk.url() + YEAR + "?by=age");

        assertThat(page.locator("h1").textContent()).isEqualTo("Statutory report (FY 2025)");
        assertThat(page.locator("figure svg[role=img], figure svg").count()).isPositive();
        page.locator("main .ts-figures a").first().click();
        assertThat(page.url()).endsWith("#def-CHECKUP_RATE");
        assertThat(page.locator("#def-CHECKUP_RATE + p").textContent()).contains("without a gap");
        assertThat(Axe.violations(page)).isEmpty();
        assertThat(page.locator("form[action$='/freeze']").count()).isZero();
        assertThat(desk.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void what_is_missing_can_be_filtered_and_read_on_a_telephone(Desk desk) {
        var page = desk.as(Role.CLERK, "ja", 390);
        page.navigate(desk.url() + YEAR + "/gaps");
        assertThat(page.locator("tbody tr").count()).isPositive();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(Axe.violations(page)).isEmpty();

        page.locator("nav a.ts-chip", new com.microsoft.playwright.Page.LocatorOptions().setHasText("結果がない"))
                .click();
        assertThat(page.locator("tbody tr").first().locator("td").last().textContent())
                .matches("\\+0\\.[0-9]{3}ポイント 健診実施率");
        page.navigate(desk.url() + YEAR);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();
    }
}
