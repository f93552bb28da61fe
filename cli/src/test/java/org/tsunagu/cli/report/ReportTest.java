package org.tsunagu.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.cli.report.Documents.document;
import static org.tsunagu.cli.report.Documents.healthy;
import static org.tsunagu.cli.report.Documents.problem;
import static org.tsunagu.cli.report.Documents.with;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.cli.check.CheckedDocument;
import org.tsunagu.cli.check.CheckedDocument.Status;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Severity;

class ReportTest {

    static final Map<String, String> VERY_HIGH_PRESSURE = with("sbp", "182", "dbp", "104");

    @Test
    void somebody_with_a_very_high_blood_pressure_is_to_be_advised_now() throws IOException {
        var html = japanese(document(1, VERY_HIGH_PRESSURE));

        assertThat(list(html, Task.VISIT_NOW))
                .contains("記号1-1001-01", "ケンシン　タロウ", "男性", "55", "2025-06-10<span class=\"code\">令和7年6月10日</span>")
                .contains("収縮期血圧 182mmHg（基準 160mmHg以上）に該当：すぐに医療機関の受診を")
                .contains("見本二健診センター", "1310000001", "archive-0.zip", ">h0000001.xml<")
                .contains("1件すべてを表示しています。");
        assertThat(list(html, Task.VISIT)).contains("該当する人や書類はありません。");
    }

    @Test
    void a_doctor_visit_value_is_advised_after_those_who_must_go_now_and_tells_of_drugs() throws IOException {
        var html = japanese(document(1, with("sbp", "148", "med_bp", "1")), document(2, with("sbp", "142")));

        assertThat(list(html, Task.VISIT_NOW)).contains("該当する人や書類はありません。");
        assertThat(list(html, Task.VISIT)).containsSubsequence("1002", "収縮期血圧 142mmHg：受診勧奨判定値", "1001", "血圧の薬を服用している");
    }

    @Test
    void guidance_is_offered_with_the_conditions_that_are_met() throws IOException {
        var active = document(1, with("waist", "92.0", "sbp", "135", "tg", "210"));
        var motivational = document(2, with("waist", "92.0", "sbp", "135"));
        var html = japanese(active, motivational);

        assertThat(list(html, Task.ACTIVE))
                .contains("1001", "腹囲 92.0cm", "中性脂肪 210mg/dL")
                .doesNotContain("1002");
        assertThat(list(html, Task.MOTIVATIONAL))
                .contains("1002", "収縮期血圧 135mmHg")
                .doesNotContain("1001-");
    }

    @Test
    void whoever_cannot_be_judged_stands_there_with_the_value_that_would_decide() throws IOException {
        var html = japanese(document(1, with("waist", "92.0", "sbp", "135", "smoking", "")));

        assertThat(list(html, Task.UNDETERMINED)).contains("1001", "「喫煙」が分かれば判定できます");
    }

    @Test
    void a_document_to_return_says_why_and_its_values_count_nowhere() throws IOException {
        var document = document(1, with("waist", "92.0", "sbp", "145"));
        var html = japanese(
                with(document, Status.REJECTED, problem("CHK-ITM-005", Severity.REFUSES_DOCUMENT, document, 12)));

        assertThat(list(html, Task.RETURN)).contains("1001", "単位が正しくありません（腹囲", "1件すべてを表示しています。");
        assertThat(list(html, Task.VISIT)).contains("該当する人や書類はありません。");
        assertThat(list(html, Task.MOTIVATIONAL)).contains("該当する人や書類はありません。");
        assertThat(html).contains("集計できる判定がありません。");
    }

    @Test
    void a_dangerous_value_is_shown_even_when_the_document_goes_back() throws IOException {
        var document = document(1, VERY_HIGH_PRESSURE);
        var html = japanese(
                with(document, Status.REJECTED, problem("CHK-ITM-005", Severity.REFUSES_DOCUMENT, document, 12)));

        assertThat(list(html, Task.VISIT_NOW)).contains("1001", "返戻する書類です。値に誤りがないか");
    }

    @Test
    void the_most_urgent_come_first_and_the_rest_is_counted_and_found_in_the_files() throws IOException {
        var documents = new ArrayList<CheckedDocument>();
        for (var i = 1; i <= 75; i++) {
            documents.add(document(i, VERY_HIGH_PRESSURE));
        }
        documents.add(document(900, with("sbp", "182", "hba1c", "8.9", "ldl", "200")));
        var html = japanese(documents.toArray(CheckedDocument[]::new));

        assertThat(list(html, Task.VISIT_NOW))
                .contains("76件のうち、優先度の高い60件を表示しています。残りの16件は、reasons.csv の judgement")
                .contains("BP1, GL_U_DM, LP1")
                .containsSubsequence("100900-01", "1001-01");
        assertThat(rows(list(html, Task.VISIT_NOW))).isEqualTo(60);
    }

    @Test
    void old_checkups_are_no_work_for_today() throws IOException {
        var old = document(1, Sex.FEMALE, LocalDate.of(1970, 5, 5), LocalDate.of(2023, 6, 10), VERY_HIGH_PRESSURE);
        var html = japanese(old, document(2, healthy()));

        assertThat(list(html, Task.VISIT_NOW))
                .contains("該当する人や書類はありません。", "これより前の健診にも、該当する書類が1件あります")
                .doesNotContain("1001-01");
        assertThat(html).contains("2024-07（令和6年7月）から2025-06（令和7年6月）までの12か月間");
    }

    @Test
    void the_page_is_the_same_whatever_the_order_of_the_documents() throws IOException {
        var documents = new ArrayList<>(Documents.many(400).toList());
        var html = japanese(documents.toArray(CheckedDocument[]::new));
        Collections.shuffle(documents, new Random(7));

        assertThat(japanese(documents.toArray(CheckedDocument[]::new))).isEqualTo(html);
    }

    @Test
    void accepted_warned_and_rejected_add_up_to_all_documents() throws IOException {
        var documents = Documents.many(500).toList();
        var counts = new ArrayList<Long>();
        for (var status : Status.values()) {
            counts.add(documents.stream()
                    .filter(document -> document.status() == status)
                    .count());
        }
        var html = japanese(documents.toArray(CheckedDocument[]::new));

        assertThat(counts).allMatch(count -> count > 0);
        assertThat(counts.stream().mapToLong(Long::longValue).sum()).isEqualTo(500);
        assertThat(html)
                .contains("書類500件のうち、不備なしが%d件、確認が必要なものが%d件、返戻が必要なものが%d件でした。".formatted(counts.toArray()))
                .contains("<dt>受診者（人）</dt><dd>500</dd>", "<dt>ZIPファイル（個）</dt><dd>1</dd>");
    }

    @Test
    void whatever_stands_in_a_document_never_becomes_part_of_the_page() throws IOException {
        var evil = "<script>alert(1)</script>\" onmouseover='x' &amp;\u0007";
        var header =
                Documents.header(evil, evil, evil, Sex.MALE, LocalDate.of(1970, 5, 5), LocalDate.of(2025, 6, 10), 1);
        var document = with(document(1, VERY_HIGH_PRESSURE), header);
        var problem =
                new Problem("CHK-ITM-005", Severity.REFUSES_DOCUMENT, Place.of(evil, evil), Map.of("actual", evil));
        var html = japanese(with(document, Status.REJECTED, problem));

        assertThat(html)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onmouseover=&#39;x&#39; &amp;amp;\uFFFD")
                .doesNotContain("<script", "onmouseover='");
    }

    @Test
    void a_text_without_end_is_cut_short() throws IOException {
        var header = Documents.header(
                "1", "1", "ア".repeat(100_000), Sex.MALE, LocalDate.of(1970, 5, 5), LocalDate.of(2025, 6, 10), 1);

        assertThat(japanese(with(document(1, VERY_HIGH_PRESSURE), header)))
                .contains("ア".repeat(60) + "…")
                .doesNotContain("ア".repeat(61));
    }

    @Test
    void files_of_which_nothing_could_be_read_are_listed_and_counted() throws IOException {
        var report = new Report(new Run(Documents.TODAY, false));
        report.addFileProblem(
                new Problem("ARCHIVE-ENCRYPTED", Severity.REFUSES_FILE, Place.of("secret.zip"), Map.of()));
        report.addFileProblem(
                new Problem("CHK-ARC-010", Severity.REFUSES_DOCUMENT, Place.of("other.zip", "ix08_V08.xml"), Map.of()));
        var html = html(report, Locale.JAPANESE);

        assertThat(html)
                .contains("<dt>受け付けられないファイル（個）</dt><dd>1</dd>", "<dt>ZIPファイル（個）</dt><dd>2</dd>")
                .contains("まるごと受け付けられないファイル（1個のうち1個）", "パスワード付きのZIPは受け付けません")
                .contains("ZIPファイルや目次など（書類以外）");
    }

    @Test
    void a_document_that_could_not_be_read_is_still_counted_and_returned() throws IOException {
        var problem = new Problem("XML-EMPTY", Severity.REFUSES_DOCUMENT, Place.of("a.zip", "DATA/h1.xml"), Map.of());
        var unread = new CheckedDocument(
                "a.zip", "DATA/h1.xml", "", Status.REJECTED, Optional.empty(), Optional.empty(), List.of(problem));
        var html = japanese(unread);

        assertThat(list(html, Task.RETURN)).contains(">h1.xml<", "XMLファイルが空です。");
        assertThat(html).contains("判定していない書類が1件あります", "健診日を読み取れた書類はありません。");
    }

    @Test
    void rules_that_are_not_confirmed_are_marked_with_their_rows() throws IOException {
        var html = japanese(document(1, with("waist", "92.0", "sbp", "145")));

        assertThat(html).contains("未確認の規則を使っています", "<td class=\"words\">未確認</td>");
        assertThat(html).contains("metabolic/levels");
    }

    @Test
    void a_check_that_was_not_run_is_named() throws IOException {
        var without = html(new Report(new Run(Documents.TODAY, false)), Locale.JAPANESE);
        var with = html(new Report(new Run(Documents.TODAY, true)), Locale.JAPANESE);

        assertThat(without).contains("国のスキーマ（XSD）による形式の検証は行っていません");
        assertThat(with).contains("行っていない点検はありません");
    }

    @Test
    void the_page_stands_alone_and_names_its_language() throws IOException {
        var report = new Report(new Run(Documents.TODAY, false));
        Documents.many(200).forEach(report::add);
        var japanese = html(report, Locale.JAPANESE);
        var english = html(report, Locale.ENGLISH);

        assertThat(japanese).contains("<html lang=\"ja\">").contains("default-src &#39;none&#39;");
        assertThat(english).contains("<html lang=\"en\">", "What to do today", "2026-04-20 (R8.4.20)");
        assertThat(japanese + english).doesNotContain("src=", "url(http", "@import", "<link", "<script", "javascript:");
    }

    @Test
    void the_page_is_written_as_utf_8(@TempDir Path folder) throws IOException {
        var report = new Report(new Run(Documents.TODAY, false));
        report.write(folder.resolve("report.html"), Locale.JAPANESE);

        assertThat(Files.readString(folder.resolve("report.html"), StandardCharsets.UTF_8))
                .isEqualTo(html(report, Locale.JAPANESE));
    }

    static String japanese(CheckedDocument... documents) throws IOException {
        var report = new Report(new Run(Documents.TODAY, false));
        for (var document : documents) {
            report.add(document);
        }
        return html(report, Locale.JAPANESE);
    }

    static String html(Report report, Locale language) throws IOException {
        var writer = new StringWriter();
        report.write(writer, language);
        return writer.toString();
    }

    private static String list(String html, Task task) {
        var from = html.indexOf("<article id=\"task-" + task + "\"");
        return html.substring(from, html.indexOf("</article>", from));
    }

    private static long rows(String list) {
        return list.lines()
                .filter(line -> line.startsWith("<tr role=\"row\"><th"))
                .count();
    }
}
