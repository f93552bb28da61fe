package org.tsunagu.app.planning.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.letters.report.Block;
import org.tsunagu.letters.report.Report;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// With the inputs of a published plan the document holds its published tables, cell for cell, in each of its forms.
class PublishedDocumentTest {

    private static final Report REPORT =
            PublishedDocument.document(Map.of()).report(Masking.none(), Optional.of(1), Instant.EPOCH);
    private static final Map<String, Map<String, List<String>>> TABLES = tables(REPORT);

    /// By caption the rows by name, headings under the empty name.
    private static Map<String, Map<String, List<String>>> tables(Report report) {
        var tables = new LinkedHashMap<String, Map<String, List<String>>>();
        for (var block : report.blocks()) {
            if (block instanceof Block.Table table && !table.caption().isEmpty()) {
                var rows = new LinkedHashMap<String, List<String>>();
                rows.put("", table.headings());
                table.rows().forEach(row -> rows.put(row.cells().getFirst(), row.cells()));
                tables.put(table.caption(), rows);
            }
        }
        return tables;
    }

    private static String cell(String caption, String row, String column) {
        var table = TABLES.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(caption))
                .findFirst()
                .orElseThrow()
                .getValue();
        return table.get(row).get(table.get("").indexOf(column));
    }

    private static String grouped(String number) {
        return Words.number(Long.parseLong(number));
    }

    @Test
    void every_cell_of_the_population_and_of_the_rates_is_there() {
        for (var row : PublishedDocument.table("population")) {
            var name = row.get("ages").contains("-") ? row.get("ages").replace("-", "歳～") + "歳" : "計";
            assertThat(cell("【年齢階層別", name, "男性")).isEqualTo(grouped(row.get("male")));
            assertThat(cell("【年齢階層別", name, "女性")).isEqualTo(grouped(row.get("female")));
        }
        for (var table : List.of("checkup-rates", "guidance-use-rates")) {
            var caption = table.startsWith("checkup") ? "【特定健康診査年齢別" : "【特定保健指導年齢別";
            for (var row : PublishedDocument.table(table)) {
                var name = row.get("ages").replace("-", "～") + (row.get("ages").equals("合計") ? "" : "歳");
                var year = row.get("year") + "年度\n";
                assertThat(cell(caption, name, year + "男性")).isEqualTo(row.get("male"));
                assertThat(cell(caption, name, year + "女性")).isEqualTo(row.get("female"));
                assertThat(cell(caption, name, year + "全体")).isEqualTo(row.get("all"));
            }
        }
    }

    @Test
    void every_cell_of_the_targets_and_the_planned_numbers_is_there() {
        for (var row : PublishedDocument.table("targets")) {
            var year = row.get("year") + "年度";
            assertThat(cell("【目標値", "特定健康診査受診率", year)).isEqualTo(row.get("checkup"));
            assertThat(cell("【目標値", "特定保健指導実施率", year)).isEqualTo(row.get("guidance"));
            assertThat(cell("【各年度", "特定健診予定者数", year)).isEqualTo(grouped(row.get("examined")));
            assertThat(cell("【各年度", "特定保健指導予定者数", year)).isEqualTo(grouped(row.get("guided")));
            assertThat(cell("【特定健康診査受診者", "合計　受診率目標値", year)).isEqualTo(row.get("checkup"));
            assertThat(cell("【特定保健指導実施者", "実施者目標数", year)).isEqualTo(grouped(row.get("guided")));
        }
    }

    @Test
    void every_cell_of_the_parts_is_there() {
        for (var row : PublishedDocument.table("checkup-plan")) {
            if (row.get("what").equals("rate")) {
                continue;
            }
            var what = row.get("what").equals("eligible") ? "対象者数" : "受診者目標数";
            var name =
                    row.get("kind").equals("合計") ? "合計　" + what : row.get("kind") + "　" + what + "　" + row.get("sex");
            assertThat(cell("【特定健康診査受診者", name, row.get("year") + "年度")).isEqualTo(grouped(row.get("number")));
        }
        for (var row : PublishedDocument.table("guidance-plan")) {
            var name = row.get("level").equals("計")
                    ? "実施者目標数"
                    : "%s　%s歳　%s".formatted(row.get("sex"), row.get("ages").replace("-", "歳～"), row.get("level"));
            assertThat(cell("【特定保健指導実施者", name, row.get("year") + "年度")).isEqualTo(grouped(row.get("number")));
        }
    }

    @Test
    void the_pdf_says_all_of_it() throws IOException {
        try (var document = Loader.loadPDF(Drafts.pdf(REPORT))) {
            var text = new PDFTextStripper().getText(document).replaceAll("[\\s　]", "");

            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("第3期　特定健康診査等実施計画");
            for (var block : REPORT.blocks()) {
                switch (block) {
                    case Block.Heading heading -> assertThat(text).contains(plain(heading.text()));
                    case Block.Paragraph paragraph -> assertThat(text).contains(beginning(paragraph.text()));
                    case Block.Table table
                    when table.isFigures() ->
                        table.rows()
                                .forEach(row -> assertThat(text)
                                        .contains(plain(String.join(
                                                "",
                                                row.cells()
                                                        .subList(1, row.cells().size())))));
                    default -> assertThat(block).isNotNull();
                }
            }
        }
    }

    /// A paragraph may go on on the next page, with the foot of the page between.
    private static String beginning(String text) {
        var plain = plain(text);
        return plain.substring(0, Math.min(10, plain.length()));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s　]", "");
    }

    @Test
    void the_opendocument_holds_the_same_tables() throws Exception {
        var content = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(content(Drafts.odt(REPORT)));
        var found = content.getElementsByTagName("table:table");
        var expected = REPORT.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .toList();

        assertThat(found.getLength()).isEqualTo(expected.size());
        for (var i = 0; i < expected.size(); i++) {
            var cells = ((Element) found.item(i)).getElementsByTagName("table:table-cell");
            var texts = new ArrayList<String>();
            for (var k = 0; k < cells.getLength(); k++) {
                texts.add(cells.item(k).getTextContent());
            }
            var wanted = new ArrayList<>(
                    expected.get(i).hasHeadings() ? expected.get(i).headings() : List.<String>of());
            expected.get(i).rows().forEach(row -> wanted.addAll(row.cells()));
            wanted.replaceAll(text -> text.replace("\n", ""));
            assertThat(texts).isEqualTo(wanted);
        }
        assertThat(content.getElementsByTagName("text:h").item(0).getNodeType()).isEqualTo(Node.ELEMENT_NODE);
    }

    private static ByteArrayInputStream content(byte[] odt) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(odt))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("content.xml")) {
                    return new ByteArrayInputStream(zip.readAllBytes());
                }
            }
        }
        throw new AssertionError("no content");
    }

    @Test
    void what_is_kept_for_the_public_comes_back_as_it_was() {
        assertThat(ReportJson.read(ReportJson.write(REPORT))).isEqualTo(REPORT);
    }

    @Test
    void the_insurers_own_text_takes_the_place_of_the_standing_one() {
        var own = PublishedDocument.document(Map.of("1-2", "医療費は増えている。", "4", "{insurer}の広報に載せる。\n・窓口\n｜甲｜乙"))
                .report(Masking.none(), Optional.empty(), Instant.EPOCH);

        assertThat(own.title()).endsWith("（案）");
        assertThat(own.headings()).extracting(Block.Heading::text).contains("2　医療費の状況");
        assertThat(REPORT.headings()).extracting(Block.Heading::text).doesNotContain("2　医療費の状況");
        assertThat(own.blocks())
                .contains(
                        new Block.Paragraph("医療費は増えている。"),
                        new Block.Paragraph("見本国民健康保険組合の広報に載せる。"),
                        new Block.Bullets(List.of("窓口")));
        assertThat(own.blocks().toString()).doesNotContain("遅滞なく", "{");
    }

    @Test
    void each_period_has_its_own_standing_texts_and_earlier_periods_have_no_plan() {
        assertThat(Outline.shipped().of(PlanPeriod.SECOND)).isEmpty();
        assertThat(Outline.shipped()
                        .find(PlanPeriod.THIRD, "2-2-1-2")
                        .orElseThrow()
                        .standing())
                .contains("平成30年度版");
        var fourth = Outline.shipped().find(PlanPeriod.FOURTH, "2-2-1-2").orElseThrow();
        assertThat(fourth.standing()).contains("令和6年度版").doesNotContain("平成30年度版");
        assertThat(fourth.certainty().mustBeShown()).isTrue();
    }

    @Test
    void the_small_numbers_of_a_published_plan_are_not_shown_to_the_public() {
        var masked =
                tables(PublishedDocument.document(Map.of()).report(Masking.strict(), Optional.of(1), Instant.EPOCH));

        assertThat(masked.keySet()).noneMatch(caption -> caption.startsWith("【特定保健指導実施者"));
        assertThat(masked.keySet()).anyMatch(caption -> caption.startsWith("【特定健康診査受診者"));
        var rates = masked.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("【特定保健指導年齢別"))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertThat(rates.get("60～69歳").subList(1, 4)).as("nobody of the men").containsOnly("－");
    }
}
