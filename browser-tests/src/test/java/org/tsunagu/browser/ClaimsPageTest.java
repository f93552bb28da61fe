package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;

/// Claims in a real browser: a file is received, a month taken as complete, a claim read, all without any
/// script and by everybody.
@ExtendWith(Desk.Extension.class)
class ClaimsPageTest {

    /// Somebody of the invented register as a claim names them.
    private record Somebody(long id, String symbol, String number, String branch, String sex, String birth) {}

    private static Somebody somebody(Desk desk) {
        return desk.bean(TenantTransactions.class)
                .in(
                        desk.insurer().id(),
                        () -> desk.bean(JdbcClient.class)
                                .sql("select id, symbol, number, branch, sex, to_char(birth, 'YYYYMMDD')"
                                        + " from membership.member order by id limit 1")
                                .query((row, n) -> new Somebody(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6)))
                                .single());
    }

    private static byte[] file(Desk desk, Somebody one) {
        var number = desk.insurer().number();
        return (String.join(
                                "\r\n",
                                "IR,1,13,1,1234567,,見本病院,202605,00,",
                                "RE,1,1112,202604,見本　花子,%s,%s".formatted(one.sex(), one.birth()),
                                "HO,%s,%s,%s,1,600,,,,,,,,".formatted(number, one.symbol(), one.number()),
                                "SN,1,01,,,,%s,,".formatted(one.branch()),
                                "SY,8830417,20240101,1,,,01,",
                                "SY,0000999,20240101,1,,見本の病,,",
                                "SI,11,1,111000110,,500,1",
                                "IY,21,1,610443047,1,10,10",
                                "RE,2,1112,202604,見本　太郎,1,19990101",
                                "HO,%s,９９,９９９９９９,1,300,,,,,,,,".formatted(number),
                                "SI,11,1,111000110,,288,1",
                                "RE,3,1112,202413,見本　次郎,1,19990101",
                                "HO,%s,９９,９９９９９９,1,300,,,,,,,,".formatted(number))
                        + "\r\n")
                .getBytes(Charset.forName("windows-31j"));
    }

    @Test
    void a_file_is_received_and_its_claims_are_read_without_any_script(Desk desk) {
        var one = somebody(desk);
        var page = desk.window("ja", 1280, false);
        desk.logIn(page, Desk.name(Role.NURSE), Desk.PASSWORD);
        page.navigate(desk.url() + "/");
        page.click("nav a[href='/claims']");
        page.setInputFiles("#file", new FilePayload("RECEIPTC.UKE", "application/octet-stream", file(desk, one)));
        page.click("main .ts-drop button[type=submit]");
        assertThat(page.locator("main .ts-notice").textContent()).contains("受領しました");
        desk.waitForJobs();

        page.navigate(desk.url() + "/claims");
        assertThat(page.locator("main").textContent())
                .contains("2026-04")
                .contains("2件 9,000円")
                .contains("公開");
        page.click("main form[action='/claims/months'] button");
        assertThat(page.locator("main .ts-notice").textContent()).contains("記録しました");
        assertThat(page.locator("main table").first().textContent()).contains("そろった");

        page.navigate(desk.url() + "/members/" + one.id());
        assertThat(page.locator("main").textContent()).contains("受診・薬").contains("10日分");
        page.click("#care ~ details summary");
        page.click("#care ~ details a[href^='/claims/']");
        assertThat(page.locator("main").textContent()).contains("見本の病").contains("配分（円）");
        var claim = page.url().substring(desk.url().length());
        page.context().close();

        everybody(desk, claim);
    }

    private static void everybody(Desk desk, String claim) {
        for (var language : List.of("ja", "en")) {
            for (var width : List.of(390, 1280)) {
                var page = desk.as(Role.NURSE, language, width);
                page.navigate(desk.url() + "/claims");
                var delivery = page.locator("main a[href^='/claims/deliveries/']")
                        .first()
                        .getAttribute("href");
                for (var address : List.of(
                        "/claims",
                        delivery,
                        delivery + "?code=CLM-LINE-SUM",
                        "/claims/masters",
                        "/claims/unmatched",
                        claim)) {
                    readable(desk, page, address, width);
                }
                page.context().close();
            }
        }
    }

    private static void readable(Desk desk, Page page, String address, int width) {
        page.navigate(desk.url() + address);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(address)
                .isEqualTo(width);
        assertThat(Axe.violations(page)).as(address).isEmpty();
    }
}
