package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.access.Role;

/// What is done about one person, in a real browser.
@ExtendWith(Desk.Extension.class)
class PersonTest {

    private static final Pattern MEMBER_NOTICE = Pattern.compile(".*/members/\\d+\\?notice=contacts.saved");

    @Test
    void a_person_is_found_and_the_name_is_not_in_the_address(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        page.navigate(desk.url() + "/tasks");
        var name = page.locator("main td a[href^='/members/']").first().innerText();
        page.fill("#words", name);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*(/search|/members/\\d+)"));

        assertThat(page.locator("main").innerText()).contains(name);
        page.context().close();
    }

    @Test
    void a_call_is_recorded_by_keyboard_alone_and_stands_on_the_persons_page(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        Places.open(desk, page, "first contact");
        // Telephone is chosen and has the focus; from there Tab goes to the outcome, whom with, and the note.
        assertThat(page.evaluate("document.activeElement.value")).isEqualTo("PHONE");
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().insertText("<b>夕方</b>にかけ直す & 確認");
        page.keyboard().press("Control+Enter");
        page.waitForURL(MEMBER_NOTICE);

        assertThat(page.locator("[role=status]").first().innerText()).isEqualTo("連絡を記録しました。");
        assertThat(page.locator(".ts-timeline li").first().innerText())
                .contains("電話：不在")
                .contains("<b>夕方</b>にかけ直す & 確認");
        page.context().close();
    }

    @Test
    void why_is_answered_on_the_spot_with_row_and_source(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        Places.open(desk, page, "first person");
        page.locator("details summary").first().click();

        assertThat(page.locator("details ol.ts-why li").first().innerText()).contains(":");
        assertThat(page.locator("details").first().innerText()).contains("規則の版");
        page.context().close();
    }

    @Test
    void values_over_the_years_are_drawn_and_stand_in_a_table(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        page.navigate(desk.url() + "/tasks");
        var people = page.locator("main td a[href^='/members/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        var drawn = people.stream().anyMatch(person -> {
            page.navigate(desk.url() + person);
            return page.locator("figure svg").count() > 0;
        });

        assertThat(drawn).isTrue();
        assertThat(page.locator("table.ts-table--figures thead th").count()).isGreaterThan(2);
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();
    }

    @Test
    void the_notice_is_a_pdf(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        Places.open(desk, page, "first person");
        var answer = page.request()
                .get(desk.url() + page.locator("a[href$='notice.pdf']").getAttribute("href"));

        assertThat(new String(answer.body(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        page.context().close();
    }

    @Test
    void consent_is_written_down_and_stands_on_the_persons_page(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        Places.open(desk, page, "first person");
        var name = page.locator("h1").innerText();
        page.click("a[href^='/consents/']");
        page.locator("input[name=decision][value=GIVEN]").check();
        page.locator("input[name=asked][value=PHONE]").first().check();
        page.fill("#day", "R99.1.1");
        page.click("main form button");
        assertThat(page.locator("[role=alert]").innerText()).contains("直していただきたい");
        assertThat(Axe.violations(page)).isEmpty();
        page.fill("#day", "R8.4.1");
        page.fill("#wording", "説明文 第2版");
        page.click("main form button");

        assertThat(page.locator("h1").innerText()).isEqualTo(name);
        assertThat(page.locator("section[aria-labelledby=standing]").innerText())
                .contains("同意する")
                .contains("電話")
                .contains("説明文 第2版");
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();
    }

    @Test
    void the_timeline_is_drawn_and_the_same_stands_in_a_table(Desk desk) {
        var page = desk.as(Role.NURSE, "en", 1280);
        Places.open(desk, page, "first person");

        assertThat(page.locator("svg.ts-life rect").count()).isPositive();
        assertThat(page.locator("svg.ts-life circle").count()).isPositive();
        page.locator("section[aria-labelledby=timeline] summary").click();
        var rows = page.locator("section[aria-labelledby=timeline] tbody tr");
        assertThat(rows.count())
                .isGreaterThanOrEqualTo(page.locator("svg.ts-life circle").count()
                        + page.locator("svg.ts-life rect").count());
        assertThat(rows.first().innerText()).contains("This insurer");
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();
    }

    @Test
    void a_clerk_adds_a_limit_and_files_a_claim_for_a_human_dock(Desk desk) {
        var page = desk.as(Role.CLERK, "ja", 1280);
        page.navigate(desk.url() + "/docks/limits");
        page.locator("main ul a").first().click();
        page.fill("#to", "");
        page.fill("#kinds", "");
        page.fill("#source", "規程 第5条");
        page.click("main form.ts-form button");
        assertThat(page.locator("main table").innerText()).contains("5,000").contains("規程 第5条");
        assertThat(Axe.violations(page)).isEmpty();

        Places.open(desk, page, "first dock");
        page.fill("#day", "R7.9.10");
        page.fill("#fee", "42,000");
        page.locator("input[name=result]").check();
        page.click("button[name=check]");
        assertThat(page.locator("[role=status]").innerText()).containsAnyOf("補助します", "補助しません");
        assertThat(Axe.violations(page)).isEmpty();
        page.locator("main form.ts-form button").first().click();
        assertThat(page.locator("main ul.ts-list li").first().innerText()).containsAnyOf("補助します", "補助しません");
        page.navigate(desk.url() + "/docks");
        assertThat(page.locator("main table").innerText()).contains("42,000");
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();
    }
}
