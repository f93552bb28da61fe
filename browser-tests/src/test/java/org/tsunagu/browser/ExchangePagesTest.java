package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.access.Role;

/// Requests for results and the hand-over in a real browser, without any script.
@ExtendWith(Desk.Extension.class)
class ExchangePagesTest {

    private static final List<String> PAGES = List.of(
            "/requests",
            "/requests/new",
            "/requests/new?scheme=FORMER_INSURER",
            "/requests/employers",
            "/requests/difference",
            "/requests/clauses",
            "/requests/wordings",
            "/handover");

    private static void accessible(Page page, String address) {
        page.navigate(address);
        assertThat(Axe.violations(page)).as(address).isEmpty();
        assertThat(page.locator("h1").count()).as(address).isEqualTo(1);
    }

    @Test
    void every_page_is_accessible_in_both_languages(Desk desk) {
        for (var language : new String[] {"ja", "en"}) {
            var page = desk.as(Role.CLERK, language, 1280);
            PAGES.forEach(address -> accessible(page, desk.url() + address));
            page.context().close();
        }
    }

    @Test
    void a_request_is_drawn_up_and_says_on_which_ground_it_stands(Desk desk) {
        var page = desk.as(Role.CLERK, "ja", 1280);
        page.navigate(desk.url() + "/requests/new");
        page.locator("#employer").selectOption(new SelectOption().setIndex(1));
        page.click("main .ts-actions button");
        assertThat(page.locator("#ground ~ ul li").count()).isPositive();
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();
    }
}
