package org.tsunagu.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.tsunagu.letters.report.Block;
import org.tsunagu.letters.report.Report;
import org.tsunagu.letters.report.ReportOdt;
import org.tsunagu.letters.report.ReportPdf;
import org.w3c.dom.Document;

/// A long document as PDF and as OpenDocument.
class ReportTest {

    private static final String TEXT_NS = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final String TABLE_NS = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

    private static Report report(int rows) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(1, "第1章　現状"));
        blocks.add(new Block.Heading(2, "1　被保険者数"));
        blocks.add(new Block.Paragraph("年齢階層別の人数は次のとおりである。<注> & 𠮷野\u0007。"));
        blocks.add(new Block.Bullets(List.of("身長", "体重")));
        blocks.add(new Block.Table(
                "【年齢階層別の人数】",
                List.of("年齢層", "男性", "女性"),
                IntStream.range(0, rows)
                        .mapToObj(i -> new Block.Row(List.of(i + "歳", "1,%03d".formatted(i), "2"), i == rows - 1))
                        .toList(),
                true));
        blocks.add(new Block.Note("（単位：人）"));
        blocks.add(new Block.Heading(1, "第2章　計画"));
        blocks.add(new Block.Table("", List.of("", ""), List.of(new Block.Row(List.of("実施場所", "実施機関"), false)), false));
        return new Report(
                "見本の計画",
                List.of("2024年度～2029年度"),
                "見本組合",
                "見本",
                Locale.JAPANESE,
                Instant.parse("2026-11-26T00:00:00Z"),
                blocks);
    }

    private static byte[] pdf(Report report) throws IOException {
        var out = new ByteArrayOutputStream();
        ReportPdf.write(report, "目次", out);
        return out.toByteArray();
    }

    private static byte[] odt(Report report) throws IOException {
        var out = new ByteArrayOutputStream();
        ReportOdt.write(report, "目次", out);
        return out.toByteArray();
    }

    @Test
    void a_pdf_has_its_text_its_title_its_language_and_page_numbers() throws IOException {
        try (var document = Loader.loadPDF(pdf(report(100)))) {
            var text = new PDFTextStripper().getText(document);

            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("見本の計画");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ja");
            assertThat(text).contains("第1章　現状", "年齢階層別の人数は次のとおりである。<注> & 𠮷野。", "99歳", "1,099", "実施場所");
            assertThat(text).contains("1/" + document.getNumberOfPages());
            assertThat(document.getPage(0).getResources().getFontNames()).isNotEmpty();
            assertThat(new Reading(document).types())
                    .contains("H1", "H2", "H3", "TOC", "TOCI", "Table", "TH", "TD", "LBody")
                    .contains("Document");
        }
    }

    @Test
    void the_contents_name_the_page_on_which_a_heading_stands() throws IOException {
        try (var document = Loader.loadPDF(pdf(report(100)))) {
            var stripper = new PDFTextStripper();
            var chapter = 0;
            for (var page = 3; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                chapter = stripper.getText(document).contains("第2章　計画") ? page : chapter;
            }
            stripper.setStartPage(2);
            stripper.setEndPage(2);

            assertThat(chapter).isGreaterThan(4);
            assertThat(stripper.getText(document).lines().map(line -> line.replaceAll("\\s", "")))
                    .anyMatch(("第2章　計画" + chapter)::equals);
        }
    }

    @Test
    void headings_of_a_table_come_again_on_every_page_and_no_row_is_lost() throws IOException {
        try (var document = Loader.loadPDF(pdf(report(100)))) {
            var text = new PDFTextStripper().getText(document);

            assertThat(text.split("年齢層", -1).length - 1).isGreaterThan(2);
            IntStream.range(0, 100).forEach(i -> assertThat(text).contains("1,%03d".formatted(i)));
        }
    }

    @Test
    void an_opendocument_is_a_whole_zip_whose_type_comes_first_and_whose_files_are_all_named() throws Exception {
        var bytes = odt(report(3));
        var files = unzip(bytes);

        assertThat(files.keySet())
                .containsExactly("mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml");
        assertThat(new String(bytes, 30, 47, StandardCharsets.US_ASCII))
                .isEqualTo("mimetypeapplication/vnd.oasis.opendocument.text");
        for (var name : List.of("content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml")) {
            assertThat(xml(files.get(name)).getDocumentElement()).as(name).isNotNull();
        }
        var manifest = new String(files.get("META-INF/manifest.xml"), StandardCharsets.UTF_8);
        assertThat(manifest).contains("\"content.xml\"", "\"styles.xml\"", "\"meta.xml\"");
        assertThat(new String(files.get("meta.xml"), StandardCharsets.UTF_8))
                .contains("<dc:title>見本の計画</dc:title>", "<dc:language>ja</dc:language>");
    }

    @Test
    void every_style_that_is_used_is_there_and_tables_hold_every_cell() throws Exception {
        var files = unzip(odt(report(3)));
        var content = xml(files.get("content.xml"));
        var styles = new String(files.get("styles.xml"), StandardCharsets.UTF_8)
                + new String(files.get("content.xml"), StandardCharsets.UTF_8);

        var elements = content.getElementsByTagNameNS("*", "*");
        for (var i = 0; i < elements.getLength(); i++) {
            var attributes = elements.item(i).getAttributes();
            for (var prefix : List.of("text:style-name", "table:style-name")) {
                var style = attributes.getNamedItem(prefix);
                if (style != null) {
                    assertThat(styles).contains("style:name=\"" + style.getNodeValue() + "\"");
                }
            }
        }
        assertThat(content.getElementsByTagNameNS(TEXT_NS, "h").getLength()).isEqualTo(3);
        assertThat(content.getElementsByTagNameNS(TABLE_NS, "table-header-rows").getLength())
                .isEqualTo(1);
        assertThat(content.getElementsByTagNameNS(TABLE_NS, "table-cell").getLength())
                .isEqualTo(3 * 4 + 2);
        assertThat(content.getDocumentElement().getTextContent()).contains("<注> & 𠮷野。", "1,002");
    }

    @Test
    void the_same_content_gives_the_same_bytes() throws IOException {
        assertThat(odt(report(20))).isEqualTo(odt(report(20)));
        assertThat(pdf(report(20))).isEqualTo(pdf(report(20)));
    }

    @Test
    void a_row_with_a_cell_too_few_is_refused() {
        assertThatThrownBy(
                        () -> new Block.Table("", List.of("a", "b"), List.of(new Block.Row(List.of("1"), false)), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static Document xml(byte[] bytes) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }
}
