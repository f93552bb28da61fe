package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.access.Role;

/// A morning with the work list, in a real browser.
@ExtendWith(Desk.Extension.class)
class WorkListsTest {

    private static final Pattern RUN = Pattern.compile(".*/letters/\\d+$");
    private static final Pattern DIFFERENCES = Pattern.compile(".*/tasks/excel/\\d+$");

    @Test
    void a_filter_is_saved_under_a_name_and_found_again_as_a_chip(Desk desk) {
        var page = desk.as(Role.DIETITIAN, "ja", 1280);
        page.navigate(desk.url() + "/tasks");
        page.selectOption("#kind", "VISIT");
        page.click(".ts-filter button[type=submit]");
        assertThat(page.url()).contains("kind=VISIT");
        page.locator("summary", new Page.LocatorOptions().setHasText("この条件を保存する"))
                .click();
        page.fill("#name", "受診を勧める人");
        page.click("form[action='/tasks/filters'] button");
        page.navigate(desk.url() + "/tasks");
        page.click("a.ts-chip:has-text('受診を勧める人')");

        assertThat(page.url()).endsWith("/tasks?kind=VISIT");
        assertThat(page.locator("a.ts-chip[aria-current]").innerText()).contains("受診を勧める人");
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();
    }

    @Test
    void the_heading_of_a_column_sorts_and_says_so(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        page.navigate(desk.url() + "/tasks");
        page.click("thead a:has-text('氏名')");

        assertThat(page.locator("th[aria-sort=ascending]").innerText()).contains("氏名");
        page.click("thead a:has-text('氏名')");
        assertThat(page.locator("th[aria-sort=descending]").innerText()).contains("氏名");
        page.context().close();
    }

    @Test
    void the_second_of_two_windows_is_told_what_the_first_has_changed(Desk desk) {
        var first = desk.as(Role.NURSE, "ja", 1280);
        var second = desk.as(Role.CLERK, "ja", 1280);
        for (var page : new Page[] {first, second}) {
            page.navigate(desk.url() + "/tasks?kind=ACTIVE");
            page.locator("input[name=task]").first().check();
            page.fill("#day", "R9.3.1");
        }
        first.click("button[value=postpone]");
        second.click("button[value=postpone]");

        assertThat(second.locator("[role=alert]").innerText())
                .contains("ほかの人が先に変更した作業が1件")
                .contains("試験 NURSE さん")
                .contains("R9.3.1");
        assertThat(Axe.violations(second)).isEmpty();
        first.context().close();
        second.context().close();
    }

    @Test
    void letters_are_made_in_the_background_downloaded_and_recorded_once_posted(Desk desk) throws IOException {
        var page = desk.as(Role.CLERK, "ja", 1280);
        page.navigate(desk.url() + "/tasks?kind=VISIT_NOW");
        var person = page.locator("main td a[href^='/members/']").first().getAttribute("href");
        page.locator("input[name=task]").first().check();
        page.selectOption("#letter", "ADVICE");
        page.click("button[formaction='/letters']");
        page.waitForURL(RUN);
        desk.waitForJobs();
        page.reload();
        assertThat(Axe.violations(page)).isEmpty();
        page.selectOption("#purpose", "OTHER");
        page.fill("#purposeWords", "発送");
        var file = page.waitForDownload(() -> page.click("form[action$='/pdf'] button"));
        assertThat(Files.readAllBytes(file.path())).startsWith('%', 'P', 'D', 'F');

        page.click("form[action$='/posted'] button");
        assertThat(page.locator("[role=alert]").innerText()).contains("印を付けて");
        page.locator("input[name=sure]").check();
        page.click("form[action$='/posted'] button");
        page.navigate(desk.url() + person);

        // Not the first of the day: a letter counts as of noon, and somebody may have been called since.
        assertThat(page.locator(".ts-timeline li").allInnerTexts()).anyMatch(text -> text.contains("手紙：送った"));
        page.context().close();
    }

    @Test
    void a_workbook_goes_out_comes_back_unchanged_and_changes_nothing(Desk desk) {
        var page = desk.as(Role.CLERK, "ja", 1280);
        page.navigate(desk.url() + "/tasks?kind=VISIT");
        page.selectOption("#purpose", "MEETING");
        page.fill("#purposeWords", "地区の打合せ");
        var file = page.waitForDownload(() -> page.click("button[formaction='/tasks/excel/export']"));
        page.navigate(desk.url() + "/tasks/excel");
        page.setInputFiles("#file", file.path());
        page.click("main form button");
        // The browser names the download as it likes; what counts is what is in it.
        page.waitForURL(DIFFERENCES);

        assertThat(page.locator("main").innerText()).contains("取り込むものがありません");
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();
    }

    @Test
    void the_advice_list_leads_to_the_person(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        page.navigate(desk.url() + "/checkups/visits?treated=no");
        var link = page.locator("main td a[href^='/members/']").first();
        var name = link.innerText();
        link.click();

        assertThat(page.locator("h1").innerText()).isEqualTo(name);
        page.context().close();
    }

    @Test
    void a_task_is_taken_on_and_appears_among_ones_own(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        page.navigate(desk.url() + "/tasks?kind=VISIT");
        var name = page.locator("main td a[href^='/members/']").first().innerText();
        page.locator("input[name=task]").first().check();
        page.click("button[value=take]");
        page.navigate(desk.url() + "/?whose=mine");

        assertThat(page.locator("main").innerText()).contains(name);
        page.context().close();
    }

    @Test
    void taking_somebody_off_the_list_needs_a_reason(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        page.navigate(desk.url() + "/tasks?kind=VISIT");
        page.locator("input[name=task]").first().check();
        page.click("button[value=exclude]");

        assertThat(page.locator("[role=alert]").innerText()).contains("理由");
        page.context().close();
    }

    @Test
    void an_export_says_what_for_and_is_in_the_ledger(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        page.navigate(desk.url() + "/tasks?kind=VISIT");
        page.selectOption("#purpose", "MEETING");
        page.fill("#purposeWords", "会議の資料");
        var file = page.waitForDownload(() -> page.click("form[action='/tasks/export'] button"));
        assertThat(file.path()).content().startsWith("\ufefftask_id,kind,name").contains("VISIT");
        page.context().close();

        var auditor = desk.as(Role.AUDITOR, "ja", 1280);
        auditor.navigate(desk.url() + "/audit");
        assertThat(auditor.locator("main").innerText()).contains("書き出し").contains("会議・事例の検討: 会議の資料");
        auditor.context().close();
    }
}
