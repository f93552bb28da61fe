package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;

/// Settlement in a real browser: a contract is entered, a claim that waits is decided, and every page can
/// be read by everybody.
@ExtendWith(Desk.Extension.class)
class SettlementPageTest {

    private static final String DIRECT = "9911000025";
    private static final String FACILITY = "9911000017";

    @Test
    void a_contract_is_entered_and_a_claim_decided_without_any_script(Desk desk) {
        var page = desk.window("ja", 1280, false);
        desk.logIn(page, Desk.name(Role.CLERK), Desk.PASSWORD);
        page.navigate(desk.url() + "/");
        page.click("nav a[href='/settlement']");
        page.click("main a[href='/settlement/contracts']");

        page.fill("#facility", "12");
        page.click("main .ts-form button[type=submit]");
        assertThat(page.locator("main .ts-problem").textContent()).contains("機関番号は10桁の数字です");
        page.fill("#facility", FACILITY);
        page.fill("#name", "見本健診センター");
        page.fill("#from", "R6.4.1");
        page.fill("#price-BASIC", "4,800");
        page.selectOption("#charge-BASIC", "3");
        page.fill("#number-BASIC", "10");
        page.fill("#source", "集合契約書");
        page.click("main .ts-form button[type=submit]");
        assertThat(page.locator("main .ts-notice").textContent()).contains("契約を登録しました");
        assertThat(page.locator("main tbody tr").first().textContent())
                .contains("4,800円")
                .contains("定率 10%");

        var claim = claim(desk);
        page.navigate(desk.url() + "/settlement/claims");
        page.click("main a[href='/settlement/claims/" + claim + "']");
        assertThat(page.locator("#decisions ~ article").first().textContent())
                .contains("有効期限が過ぎています")
                .contains("基本的な健診 定率 10%");
        page.selectOption("#outcome", "PAY");
        page.fill("#note", "契約により支払う");
        page.click("main .ts-form button[type=submit]");
        assertThat(page.locator("main .ts-notice").textContent()).contains("判定を記録しました");
        page.navigate(desk.url() + "/settlement");
        assertThat(page.locator("main [role=status]").textContent()).contains("4,320円");
        assertThat(page.locator("main tbody").first().textContent()).contains("見本健診センター");
        page.context().close();

        onATelephone(desk, claim);
    }

    /// A claim that the rules have left open, with grounds of each kind.
    private static long claim(Desk desk) {
        var insurer = desk.insurer().id();
        var jdbc = desk.bean(JdbcClient.class);
        return desk.bean(TenantTransactions.class).in(insurer, () -> {
            var claim = jdbc.sql("insert into settlement.claim (insurer_id, delivery_id, entry, natural_key, kind,"
                            + " service, facility, insurer_number, ticket, stage, level, timing, commission, rate,"
                            + " unit, paid, other, yen, returned_for, member_id, day, state, received_at)"
                            + " select d.insurer_id, d.id, 'R/CLAIMS/c1.xml', 'browser', 'cc08', 'CHECKUP', :facility,"
                            + " '99999997', '25100000037', '', '', '', '1', -1, 4800, 480, 0, 4320, '',"
                            + " (select min(id) from membership.member), '2025-06-03', 'WAIT', now()"
                            + " from intake.delivery d order by d.id limit 1 returning id")
                    .param("facility", FACILITY)
                    .query(Long.class)
                    .single();
            jdbc.sql("insert into settlement.claim_line values (?, ?, 1, 'BASIC', '', 4800)")
                    .params(claim, insurer.value())
                    .update();
            var decision = jdbc.sql("insert into settlement.decision (insurer_id, claim_id, outcome, reason, note,"
                            + " staff_id, staff_name, at) values (?, ?, 'WAIT', '', '', 0, 'system', now())"
                            + " returning id")
                    .params(insurer.value(), claim)
                    .query(Long.class)
                    .single();
            for (var ground : List.of(
                    List.of("COVERED", "YES", "2025-06-03", ""),
                    List.of("TICKET_VALID", "NO", "EXPIRED", ""),
                    List.of("TICKET_CHARGE", "NO", "BASIC 3/0/10000/0", "BASIC 2/500/0/0"),
                    List.of("COMPLETE", "UNKNOWN", "", ""),
                    List.of("CONTRACT", "YES", FACILITY, "見本健診センター 2024-04-01/"),
                    List.of("PRICE", "NO", "BASIC 4900", "4800"))) {
                jdbc.sql("insert into settlement.ground values (?, ?, ?, ?, ?, ?)")
                        .params(decision, insurer.value(), ground.get(0), ground.get(1), ground.get(2), ground.get(3))
                        .update();
            }
            return claim;
        });
    }

    private static void onATelephone(Desk desk, long claim) {
        for (var language : List.of("ja", "en")) {
            var page = desk.as(Role.CLERK, language, 390);
            for (var address : List.of(
                    "/settlement",
                    "/settlement/claims?state=PAY",
                    "/settlement/claims/" + claim,
                    "/settlement/contracts",
                    "/settlement/returns")) {
                page.navigate(desk.url() + address);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(address)
                        .isEqualTo(390);
                assertThat(Axe.violations(page)).as(address).isEmpty();
            }
            page.context().close();
        }
    }

    /// Claims to be returned to the agency and to a facility, one paid for somebody who was not insured
    /// on the day, and one whose person has changed since.
    private static void returned(Desk desk) {
        var insurer = desk.insurer().id();
        var jdbc = desk.bean(JdbcClient.class);
        desk.bean(TenantTransactions.class).in(insurer, () -> {
            jdbc.sql("insert into settlement.contract (insurer_id, kind, facility, name, service, commission, from_day,"
                            + " needs_ticket, complete_only, source, staff_id, staff_name, form_key, at) values (:insurer,"
                            + " 'INDIVIDUAL', :facility, '見本診療所', 'CHECKUP', '', '1980-04-01', false, false, '委託契約書', 0,"
                            + " 'test', gen_random_uuid(), now())")
                    .param("insurer", insurer.value())
                    .param("facility", DIRECT)
                    .update();
            for (var row : List.of(
                    List.of("agency", FACILITY, "RETURN", "09", "2025-06-03", ""),
                    List.of("direct", DIRECT, "RETURN", "06", "2025-06-04", ""),
                    List.of("uncovered", FACILITY, "PAY", "", "1990-06-05", ""),
                    List.of("review", FACILITY, "PAY", "", "2025-06-06", "PERSON"))) {
                jdbc.sql("insert into settlement.claim (insurer_id, delivery_id, entry, natural_key, kind, service,"
                                + " facility, insurer_number, ticket, stage, level, timing, commission, rate, unit, paid, other,"
                                + " yen, returned_for, member_id, day, state, reason, review, received_at) select d.insurer_id,"
                                + " d.id, 'R/CLAIMS/c2.xml', :key, 'cc08', 'CHECKUP', :facility, '99999997', '', '', '', '',"
                                + " '1', -1, 4800, 480, 0, 4320, '', (select min(id) from membership.member),"
                                + " :day::date, :state, :reason, :review, now() from intake.delivery d order by d.id limit 1"
                                + " on conflict do nothing")
                        .param("key", "browser-" + row.get(0))
                        .param("facility", row.get(1))
                        .param("state", row.get(2))
                        .param("reason", row.get(3))
                        .param("day", row.get(4))
                        .param("review", row.get(5))
                        .update();
            }
            return "";
        });
    }

    @Test
    void what_goes_back_and_what_was_paid_in_vain_can_be_read_in_both_languages_and_on_a_telephone(Desk desk) {
        returned(desk);
        var page = desk.as(Role.CLERK, "ja", 1280);
        page.navigate(desk.url() + "/settlement/returns");
        assertThat(page.locator("main").textContent())
                .contains("特定健診 未決済")
                .contains("09 その他")
                .contains("見本診療所（" + DIRECT + "）への返戻通知書")
                .contains("06 資格喪失後の受診")
                .contains("代行機関を通さず");
        assertThat(Axe.violations(page)).isEmpty();
        page.navigate(desk.url() + "/settlement/claims/uncovered");
        assertThat(page.locator("main").textContent())
                .contains("実施日より前の資格喪失がわかった請求です")
                .contains("4,320");
        assertThat(page.locator("main tbody tr").count()).isPositive();
        assertThat(Axe.violations(page)).isEmpty();
        page.navigate(desk.url() + "/settlement/claims/review");
        page.locator("main tbody a").first().click();
        assertThat(page.locator("main").textContent()).contains("別の方のものとされました").contains("二重に支払うことはありません");
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();

        for (var language : List.of("ja", "en")) {
            var small = desk.as(Role.CLERK, language, 390);
            for (var address : List.of(
                    "/settlement/returns",
                    "/settlement/claims/uncovered",
                    "/settlement/claims/review",
                    "/settlement/contracts")) {
                small.navigate(desk.url() + address);
                assertThat(small.evaluate("document.documentElement.scrollWidth"))
                        .as(address)
                        .isEqualTo(390);
                assertThat(Axe.violations(small)).as(address).isEmpty();
            }
            small.context().close();
        }

        var letter = desk.as(Role.CLERK, "ja", 1280);
        letter.navigate(desk.url() + "/settlement/returns");
        assertThat(letter.locator("main form[action$='/letter'] button").count())
                .isPositive();
        letter.context().close();
    }
}
