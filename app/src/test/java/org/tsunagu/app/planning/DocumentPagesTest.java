package org.tsunagu.app.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.planning.document.Edition;
import org.tsunagu.app.planning.document.Editions;
import org.tsunagu.app.planning.document.Parts;
import org.tsunagu.app.planning.document.Strata;
import org.tsunagu.app.planning.progress.Progress;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.rules.rates.Percent;

/// The plan as a document: written, approved, published, taken back; and how the year stands.
@ExtendWith(Office.Extension.class)
class DocumentPagesTest {

    private static final PlanPeriod PERIOD = PlanPeriod.FOURTH;
    private static final String TEXT = "/plan/document/4/1-2";

    private static Visitor visitor(Office office, String number, String role) {
        var visitor = new Visitor(office);
        visitor.logIn(number + "-" + role, Office.PASSWORD);
        return visitor;
    }

    /// Twelve men and twelve women born in the middle of 1980, of whom some have come.
    private static Insurer filled(Office office, String number) {
        var insurer = office.insurer(number);
        var csv = new StringBuilder("member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,"
                + "postal_code,address,employer,covered_from,covered_to\n");
        for (var i = 0; i < 24; i++) {
            csv.append("d%d,1,%d,01,1,%s,見本 花子,ミホン ハナコ,%d,1980-06-%02d,000-0001,架空市1,%s,2015-04-01,\n"
                    .formatted(i, 1000 + i, i % 4 < 2 ? "self" : "spouse", i % 2 + 1, i + 1, i < 4 ? "甲社" : ""));
        }
        office.register(insurer, csv.toString());
        for (var year : List.of(2023, 2024, 2025)) {
            for (var i = 0; i < 6 + year % 5; i++) {
                came(office, insurer, "d" + i, year, i % 12 + 1);
            }
        }
        office.as(insurer, Role.CLERK, () -> {
            office.bean(YearCounts.class).ask(new FiscalYear(2025));
            return "";
        });
        office.waitForJobs(insurer);
        return insurer;
    }

    private static void came(Office office, Insurer insurer, String key, int year, int day) {
        var jdbc = office.everything();
        var month = day % 2 == 0 ? 6 : 12;
        jdbc.update(
                "insert into checkups.checkup (insurer_id, member_id, document_id, exam_date, fiscal_year, programme,"
                        + " facility, results) select insurer_id, id, 5000000 + 100 * id + ? % 100, make_date(?, ?, ?),"
                        + " ?, '010', '1310000001', '{}' from membership.member where insurer_id = ?"
                        + " and register_key = ?",
                year, year, month, day, year, insurer.id().value(), key);
        for (var decision : List.of(List.of("COMPLETE", "true"), List.of("STRATIFICATION", day == 2 ? "2" : "3"))) {
            jdbc.update(
                    "insert into checkups.decision (insurer_id, member_id, checkup_id, question, value, kind,"
                            + " certainty, reasons, missing, rule_set) select c.insurer_id, c.member_id, c.id, ?, ?,"
                            + " 'CERTAIN', 'source', '[]', '[]', 'test' from checkups.checkup c join membership.member m"
                            + " on m.id = c.member_id where c.insurer_id = ? and m.register_key = ?"
                            + " and c.fiscal_year = ?",
                    decision.getFirst(),
                    decision.getLast(),
                    insurer.id().value(),
                    key,
                    year);
        }
    }

    @Test
    void two_people_writing_at_once_see_each_others_text_and_every_version_is_kept(Office office) {
        var number = "99000763";
        var insurer = office.insurer(number);
        var one = visitor(office, number, "clerk");
        var other = visitor(office, number, "administrator");
        one.get(TEXT);
        other.get(TEXT);

        var saved = one.post(TEXT, "text", "医療費は増えている。", "seen", "0");
        var late = other.post(TEXT, "text", "医療費は減っている。", "seen", "0");

        assertThat(saved.path()).isEqualTo("/plan/document/4?notice=planning.part.saved");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("ほかの人が先に登録しました", "医療費は増えている。", "医療費は減っている。", "name=\"seen\" value=\"1\"");
        other.post(TEXT, "text", "医療費は減っている。", "seen", "1");
        var parts = office.bean(Parts.class);
        assertThat(office.as(insurer, Role.CLERK, () -> parts.history(PERIOD, "1-2")))
                .extracting(part -> part.version() + part.text() + part.staffName())
                .containsExactly("2医療費は減っている。試験 ADMINISTRATOR", "1医療費は増えている。試験 CLERK");
        assertThat(office.as(office.insurer("99000771"), Role.CLERK, () -> parts.of(PERIOD)))
                .isEmpty();
        assertThat(one.get("/plan/document/4/9-9").status()).isEqualTo(404);
        assertThat(one.get("/plan/document/2").status()).isEqualTo(404);
        assertThat(one.post("/plan/document/4/GROWTH-FAMILY-MALE", "text", "たくさん", "seen", "0")
                        .body())
                .contains("+10、-20、×1.0235 のように");
        one.post("/plan/document/4/GROWTH-FAMILY-MALE", "text", "×０．９８１", "seen", "0");
        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Strata.class).of(PERIOD)))
                .extracting(Strata.Growing::text)
                .containsExactly("+0", "+0", "×0.981", "+0");
    }

    @Test
    void an_approved_plan_never_changes_and_is_seen_by_everybody_only_while_it_is_published(Office office)
            throws Exception {
        var number = "99000789";
        var insurer = filled(office, number);
        office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(Targets.class).set(new FiscalYear(2029), 0, percent("70%"), percent("60%"), ""));
        var clerk = visitor(office, number, "clerk");
        var before = clerk.get("/plan/document/4");
        assertThat(publicPage(office, number, "").statusCode()).isEqualTo(404);
        assertThat(clerk.post("/plan/document/4", "seen", "7-7").status()).isEqualTo(422);

        office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(Targets.class).set(new FiscalYear(2029), 1, percent("70%"), percent("55%"), ""));
        assertThat(clerk.post("/plan/document/4", "seen", seen(before.body())).status())
                .as("another target than on the page")
                .isEqualTo(422);

        before = clerk.get("/plan/document/4");
        var approved = clerk.post("/plan/document/4", "seen", seen(before.body()));

        assertThat(approved.body()).contains("承認し、版として保存しました", "承認済み");
        var editions = office.bean(Editions.class);
        var edition = office.as(insurer, Role.CLERK, () -> editions.of(PERIOD)).getFirst();
        var pdf = office.as(insurer, Role.CLERK, () -> editions.file(edition.id(), Edition.File.PDF))
                .orElseThrow();
        clerk.post("/plan/document/4/3", "text", "守る。", "seen", "0");
        assertThat(publicPage(office, number, "").statusCode())
                .as("approved, not published")
                .isEqualTo(404);

        clerk.post("/plan/editions/%d/publish".formatted(edition.id()));
        var page = publicPage(office, number, "");
        var file = publicPage(office, number, "/plan.pdf");

        assertThat(office.as(insurer, Role.CLERK, () -> editions.file(edition.id(), Edition.File.PDF))
                        .orElseThrow())
                .isEqualTo(pdf);
        assertThat(page.statusCode()).isEqualTo(200);
        var html = new String(page.body(), StandardCharsets.UTF_8);
        assertThat(html).contains("第4期　特定健康診査等実施計画", "試験組合" + number, "70%");
        assertThat(html).doesNotContain("noindex", "見本 花子", "守る。", "<script", "_csrf");
        assertThat(html).as("six men of the family are few").contains("少人数");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("script-src");
        try (var document = Loader.loadPDF(file.body())) {
            assertThat(new PDFTextStripper().getText(document)).contains("第1版").doesNotContain("案（未承認）");
        }
        assertThat(publicPage(office, "99000771", "").statusCode()).isEqualTo(404);

        clerk.post("/plan/editions/%d/withdraw".formatted(edition.id()));
        assertThat(publicPage(office, number, "").statusCode()).isEqualTo(404);
        assertThat(publicPage(office, number, "/plan.odt").statusCode()).isEqualTo(404);
        assertThat(office.everything()
                        .queryForList(
                                "select detail from audit.event where insurer_id = ?"
                                        + " and data_class = 'plan' order by seq",
                                String.class,
                                insurer.id().value()))
                .contains("period 4 version 1 approved", "period 4 version 1 publish", "period 4 version 1 withdraw");
    }

    private static String seen(String body) {
        var at = body.indexOf("name=\"seen\" value=\"") + "name=\"seen\" value=\"".length();
        return body.substring(at, body.indexOf('"', at));
    }

    private static HttpResponse<byte[]> publicPage(Office office, String number, String file) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var address = URI.create("%s/published/%s/plan/4%s".formatted(office.url(), number, file));
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        }
    }

    @Test
    void the_database_takes_no_change_of_what_was_approved_and_keeps_insurers_apart(Office office) {
        var insurer = office.insurer("99000797");
        var editions = office.bean(Editions.class);
        var edition = office.as(insurer, Role.CLERK, () -> editions.approve(PERIOD, editions.seen(PERIOD)))
                .orElseThrow();
        var jdbc = office.bean(JdbcClient.class);

        for (var change : List.of("planning.edition set page = ''", "planning.edition_file set bytes = ''")) {
            assertThatThrownBy(() -> office.bean(TenantTransactions.class)
                            .run(
                                    insurer.id(),
                                    () -> jdbc.sql("update " + change).update()))
                    .hasStackTraceContaining("permission denied");
        }
        var stranger = office.insurer("99000771");
        assertThat(office.as(stranger, Role.CLERK, () -> editions.file(edition.id(), Edition.File.PDF)))
                .isEmpty();
        assertThat(office.as(stranger, Role.CLERK, () -> editions.publish(edition.id())))
                .isFalse();
        assertThat(office.as(insurer, Role.PROVIDER, () -> editions.of(PERIOD))).isEmpty();
    }

    @Test
    void only_who_may_set_targets_writes_approves_and_publishes(Office office) {
        office.insurer("99000797");
        var analyst = visitor(office, "99000797", "analyst");
        var provider = visitor(office, "99000797", "provider");

        assertThat(analyst.get("/plan/document").path()).isEqualTo("/plan/document/4");
        assertThat(analyst.get(TEXT).body()).doesNotContain("<textarea");
        assertThat(analyst.post(TEXT, "text", "x", "seen", "0").status()).isEqualTo(403);
        assertThat(analyst.post("/plan/document/4", "seen", "0-0").status()).isEqualTo(403);
        assertThat(analyst.get("/plan/document/4/draft.pdf").status()).isEqualTo(200);
        assertThat(analyst.get("/plan/document/4/draft.odt").status()).isEqualTo(200);
        assertThat(provider.get("/plan/document/4").status()).isEqualTo(403);
        assertThat(provider.get("/plan/progress").status()).isEqualTo(403);
    }

    @Test
    void the_year_stands_against_the_plan_with_a_forecast_from_the_years_before(Office office) {
        var insurer = filled(office, "99000805");
        var standing = office.as(
                insurer,
                Role.ANALYST,
                () -> office.bean(Progress.class).of(new FiscalYear(2025), java.time.LocalDate.parse("2025-07-31")));

        assertThat(standing.people()).isEqualTo(24);
        assertThat(standing.until()).isEqualTo("2025-06-06");
        assertThat(standing.came()).as("days 2, 4 and 6 of June").isEqualTo(3);
        assertThat(standing.forecast().orElseThrow().rest()).isEqualTo(21);
        assertThat(standing.forecast().orElseThrow().years()).isEqualTo(2);
        assertThat(standing.employers())
                .extracting(group -> group.name() + group.missing())
                .contains("甲社0");
        assertThat(standing.facilities()).hasSize(1);
        assertThat(standing.months()).hasSize(12);
        assertThat(standing.months().get(2).now()).contains(3L);
        assertThat(standing.months().get(3).now()).isEmpty();
        var analyst = visitor(office, "99000805", "analyst");
        assertThat(analyst.get("/plan/progress/2025").body())
                .contains("年度末の見込み", "甲社", "<svg", "指導中")
                .as("four people of an employer are few")
                .contains("<td>少人数</td>");
        assertThat(analyst.get("/plan/progress/2040").status()).isEqualTo(404);
        assertThat(analyst.get("/plan/progress/1999").status()).isEqualTo(404);
    }

    private static Percent percent(String text) {
        return Percent.parse(text).orElseThrow();
    }
}
