package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.access.Role;

/// The plan as a document in a real browser: written, approved, published, read by everybody.
@ExtendWith(Desk.Extension.class)
class PlanDocumentPageTest {

    @Test
    void a_plan_is_written_approved_and_published_without_any_script(Desk desk) {
        var page = desk.window("ja", 1280, false);
        desk.logIn(page, Desk.name(Role.CLERK), Desk.PASSWORD);
        count(desk, page, "/plan/document/4");
        page.navigate(desk.url() + "/plan/document/4/3");
        page.fill("#text", "個人情報を守る。\n・規程\n・研修");
        page.click("main form button[type=submit]");
        assertThat(page.locator("main .ts-notice").textContent()).contains("登録しました");
        page.click("section[aria-labelledby=draft] button");
        assertThat(page.locator("main .ts-notice").textContent()).contains("承認し");
        page.click("section[aria-labelledby=editions] form button");
        assertThat(page.locator("main .ts-notice").textContent()).contains("公表しました");
        var address = page.locator("a[href^='/published/']").first().getAttribute("href");
        page.context().close();

        var anybody = desk.window("ja", 390, true);
        anybody.navigate(desk.url() + address);
        assertThat(anybody.locator("h1").textContent()).isEqualTo("第4期　特定健康診査等実施計画");
        assertThat(anybody.locator("main li").allTextContents()).contains("規程", "研修");
        assertThat(anybody.locator("meta[name=robots]").count()).isZero();
        assertThat(anybody.locator("table").count()).isGreaterThan(3);
        assertThat(anybody.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(Axe.violations(anybody)).isEmpty();
        assertThat(desk.complaints()).isEmpty();
        anybody.context().close();
    }

    /// What the page is made of is counted first.
    private static void count(Desk desk, Page page, String address) {
        page.navigate(desk.url() + address);
        page.click("form[action$='/count'] button");
        assertThat(page.locator("main .ts-notice").first().textContent()).contains("集計を始めました");
        desk.waitForJobs();
    }

    @Test
    void everybody_can_use_the_pages_of_the_document_and_of_the_progress(Desk desk) {
        count(desk, desk.as(Role.CLERK, "ja", 390), "/plan/progress/2025");
        for (var language : java.util.List.of("ja", "en")) {
            var page = desk.as(Role.CLERK, language, 390);
            for (var address : java.util.List.of(
                    "/plan/document/4",
                    "/plan/document/4/2-2-1-1",
                    "/plan/document/4/GROWTH-INSURED-MALE",
                    "/plan/progress/2025",
                    "/plan/2025")) {
                page.navigate(desk.url() + address);
                assertThat(page.locator("h1").count()).as(address).isEqualTo(1);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(address)
                        .isEqualTo(390);
                assertThat(Axe.violations(page)).as(address).isEmpty();
            }
            page.context().close();
        }
        assertThat(desk.complaints()).isEmpty();
    }
}
