package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;

/// The pages of guidance in a real browser: the ranked list, a candidate, and a course recorded by keyboard.
@ExtendWith(Desk.Extension.class)
class GuidancePageTest {

    @Test
    void a_course_is_opened_and_recorded_by_keyboard_without_any_script(Desk desk) {
        var page = desk.window("ja", 1280, false);
        desk.logIn(page, Desk.name(Role.NURSE), Desk.PASSWORD);
        page.navigate(desk.url() + "/guidance?year=2025&state=WAITING");
        assertThat(page.locator("h1").textContent()).startsWith("特定保健指導の対象者");
        page.locator("main tbody a").first().click();
        page.locator("form[action$='/open'] button").click();
        assertThat(page.locator("h1").textContent()).endsWith("さんの特定保健指導");

        page.locator(".ts-chip[href*='ISSUE_TICKET']").click();
        page.locator("#course-words").focus();
        page.keyboard().type("利用券を郵送した");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator("main .ts-notice").textContent()).contains("記録しました");
        assertThat(page.locator("main").textContent()).contains("利用券発行").contains("利用券を郵送した");
        page.context().close();
    }

    @Test
    void everything_can_be_read_in_both_languages_and_on_a_telephone(Desk desk) {
        var page = desk.as(Role.NURSE, "ja", 1280);
        page.navigate(desk.url() + "/guidance?year=2025");
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();

        var english = desk.as(Role.NURSE, "en", 390);
        english.navigate(desk.url() + "/guidance?year=2025&state=WAITING");
        assertThat(Axe.violations(english)).isEmpty();
        assertThat(english.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        english.locator("main tbody a").last().click();
        assertThat(Axe.violations(english)).isEmpty();
        english.locator("form[action$='/open'] button").click();
        assertThat(Axe.violations(english)).isEmpty();
        english.locator(".ts-chip[href*='FIRST_INTERVIEW']").click();
        assertThat(Axe.violations(english)).isEmpty();
        assertThat(english.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        english.context().close();
    }

    /// Terms by which guidance tickets of the year before can be issued today.
    private static void terms(Desk desk) {
        var jdbc = desk.bean(JdbcClient.class);
        desk.bean(TenantTransactions.class)
                .in(
                        desk.insurer().id(),
                        () -> jdbc.sql("insert into tickets.terms (insurer_id, fiscal_year, family, kind, valid_until,"
                                        + " contract, coordinator, agency, address, phone, staff_id, staff_name, at)"
                                        + " values (:insurer, 2024, 'GUIDANCE', '3', current_date + 100, 'COLLECTIVE_A',"
                                        + " '見本保険者協議会', '', '架空県架空市本町1-1', '000-000-0000', 0, '', now())")
                                .param("insurer", desk.insurer().id().value())
                                .update());
    }

    @Test
    void people_are_invited_and_their_answer_is_recorded_without_any_script(Desk desk) {
        terms(desk);
        var page = desk.window("ja", 1280, false);
        desk.logIn(page, Desk.name(Role.NURSE), Desk.PASSWORD);
        page.navigate(desk.url() + "/guidance/invitations?year=2024");
        page.locator("form[action$='/wordings'] button").click();
        assertThat(page.locator("main .ts-notice").textContent()).contains("文面を新しい版として保存しました");
        page.fill("#to", "2");
        page.locator("form[method=post][action='/guidance/invitations'] button").click();
        assertThat(page.locator("main .ts-notice").textContent()).contains("案内する人を決めて記録しました");
        page.navigate(desk.url() + "/guidance/invitations?year=2024&days=0");

        page.locator("main tbody a[href*='/guidance/candidates/']").first().click();
        page.locator("input[name=outcome][value=NOT_REACHED]").focus();
        page.keyboard().press("Space");
        page.fill("#reply-on", "2026-11-01");
        page.locator("form[action$='/reply'] button").click();
        assertThat(page.locator("main .ts-notice").textContent()).contains("応答を記録しました");
        assertThat(page.locator("main").textContent()).contains("連絡がつかない").contains("第1版");
        page.context().close();

        // The checks need a script of their own, which the window above does not run.
        var scripted = desk.as(Role.NURSE, "ja", 1280);
        scripted.navigate(desk.url() + "/guidance/invitations?year=2024&days=0");
        assertThat(Axe.violations(scripted)).isEmpty();
        scripted.locator("main tbody a[href*='/guidance/candidates/']").first().click();
        assertThat(Axe.violations(scripted)).isEmpty();
        scripted.context().close();

        var english = desk.as(Role.CLERK, "en", 390);
        for (var address : new String[] {"/guidance/invitations?year=2024&days=0", "/guidance/courses?year=2025"}) {
            english.navigate(desk.url() + address);
            assertThat(Axe.violations(english)).as(address).isEmpty();
            assertThat(english.evaluate("document.documentElement.scrollWidth"))
                    .as(address)
                    .isEqualTo(390);
        }
        english.context().close();
    }

    /// A document that waits, and one in a course that says something else.
    private static void received(Desk desk) {
        var jdbc = desk.bean(JdbcClient.class);
        desk.bean(TenantTransactions.class).in(desk.insurer().id(), () -> {
            var course = jdbc.sql(
                            "insert into guidance.course (insurer_id, member_id, checkup_day, fiscal_year, level,"
                                    + " kind, provider, opened_on, staff_id, staff_name, at) select x.insurer_id, x.member_id,"
                                    + " '2024-05-31', 2024, 'ACTIVE', 'ACTIVE', 'つなぐ見本診療所', '2024-06-01', 0, '', now()"
                                    + " from intake.document x where x.member_id is not null order by x.id limit 1 returning id")
                    .query(Long.class)
                    .single();
            return jdbc.sql(
                            "insert into guidance.received (document_id, insurer_id, member_id, course_id, state, level,"
                                    + " early, waist_weight, found, problems, at) select x.id, x.insurer_id, x.member_id,"
                                    + " case x.n when 1 then :course end, case x.n when 1 then 'TAKEN' else 'WAITING' end, '1',"
                                    + " '', '', '{}', case x.n when 1 then array['POINTS|320|250',"
                                    + " 'REFUSED|FIRST_INTERVIEW|2024-07-10'] else array['CHK-GUI-003|2024-05-31'] end, now()"
                                    + " from (select d.*, row_number() over (order by d.id) n from intake.document d"
                                    + " where d.member_id is not null) x where x.n < 3 on conflict do nothing")
                    .param("course", course)
                    .update();
        });
    }

    @Test
    void received_documents_that_wait_or_disagree_are_listed_and_lead_to_their_course(Desk desk) {
        received(desk);
        var page = desk.as(Role.NURSE, "ja", 1280);
        page.navigate(desk.url() + "/guidance?year=2025");
        page.click("main a[href='/guidance/received']");
        assertThat(page.locator("main").textContent())
                .contains("文書は320ポイント、記録からは250ポイント")
                .contains("初回面接は、規則により数えません")
                .contains("届くと自動で取り込みます");
        assertThat(Axe.violations(page)).isEmpty();
        page.locator("main a[href^='/guidance/courses/']").first().click();
        assertThat(page.locator("main").textContent()).contains("文書は320ポイント、記録からは250ポイント");
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();

        var english = desk.as(Role.NURSE, "en", 390);
        english.navigate(desk.url() + "/guidance/received");
        assertThat(english.locator("main").textContent()).contains("320 in the document, 250 by what is recorded");
        assertThat(Axe.violations(english)).isEmpty();
        assertThat(english.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        english.context().close();
    }
}
