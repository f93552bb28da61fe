package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.access.Role;

/// Figures over many people in a real browser: made, read by anybody who may see counts, on a telephone
/// too.
@ExtendWith(Desk.Extension.class)
class AnalyticsPageTest {

    @Test
    void figures_are_made_and_everybody_can_read_them(Desk desk) {
        var page = desk.as(Role.ANALYST, "ja", 1280);
        page.navigate(desk.url() + "/analytics");
        page.click("form[action='/analytics/refresh'] button");
        desk.waitForJobs();
        page.navigate(desk.url() + "/analytics");
        assertThat(page.locator("main").textContent()).contains("特定健診実施率").contains("喫煙者の割合");
        page.click("a[href='/analytics/SMOKING']");
        assertThat(page.locator("h1").textContent()).isEqualTo("喫煙者の割合");
        page.click("nav a:text-is('加入者の種別')");
        assertThat(page.locator("nav a:text-is('加入者の種別')").getAttribute("aria-current"))
                .isEqualTo("true");
        page.context().close();

        for (var language : List.of("ja", "en")) {
            var narrow = desk.as(Role.NURSE, language, 390);
            for (var address : List.of(
                    "/analytics",
                    "/analytics/CHECKUP-RATE",
                    "/analytics/SMOKING?by=employer",
                    "/analytics/SMOKING?view=adjusted&by=employer",
                    "/analytics/SMOKING?view=funnel&by=employer",
                    "/analytics/WAIST?view=map",
                    "/analytics/WAIST?view=map&map=nation",
                    "/analytics/CHECKUP-RATE?view=comparison",
                    "/analytics/SMOKING/people?sex=1&year=2024",
                    "/analytics/MEMBERS",
                    "/analytics/VALUE-MEANS",
                    "/analytics/LEVELS")) {
                narrow.navigate(desk.url() + address);
                assertThat(narrow.locator("h1").count()).as(address).isEqualTo(1);
                assertThat(narrow.evaluate("document.documentElement.scrollWidth"))
                        .as(address)
                        .isEqualTo(390);
                assertThat(Axe.violations(narrow)).as(address).isEmpty();
            }
            narrow.context().close();
        }
        assertThat(desk.complaints()).isEmpty();
    }
}
