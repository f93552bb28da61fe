package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;

/// Settlement in a real browser: a contract is entered, a claim that waits is decided, and every page can be read by
/// everybody.
@ExtendWith(Desk.Extension.class)
class SettlementPageTest {

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
}
