package org.tsunagu.checkupformat.cda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsunagu.checkupformat.Findings;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.codes.item.Items;

/// What the reader refuses, and what it says about it.
class RefusedDocumentsTest {

    private static final String INDEX = "<index xmlns='%s'>".formatted(Documents.CURRENT);

    private final Findings findings = new Findings();
    private final String document = Documents.checkup(Documents.number("9N001000000000001", "170", "cm"));

    private Optional<ReceivedFile> read(byte[] bytes) {
        return new DocumentReader(Items.shipped(), XmlLimits.standard())
                .read(bytes, Documents.PLACE, findings.reporter());
    }

    private void refuses(byte[] bytes, String check) {
        assertThat(read(bytes)).isEmpty();
        assertThat(findings.codes()).containsExactly(check);
    }

    private void refuses(String xml, String check) {
        refuses(Documents.bytes(xml), check);
    }

    @Test
    void an_empty_file_is_refused() {
        refuses("", "XML-EMPTY");
    }

    @Test
    void a_byte_order_mark_is_a_note_and_the_file_is_read() {
        var read = (CheckupDocument) read(Documents.bytes("\uFEFF" + document)).orElseThrow();
        assertThat(read.observations()).isEqualTo(((CheckupDocument) Documents.read(document)).observations());
        assertThat(findings.codes()).containsExactly("XML-BOM");
    }

    @Test
    void utf_16_is_refused_with_and_without_mark() {
        for (var encoding :
                new Charset[] {StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            findings.problems().clear();
            refuses(document.getBytes(encoding), "XML-ENCODING");
            assertThat(findings.argument("actual")).isEqualTo("UTF-16");
        }
    }

    @Test
    void another_declared_encoding_is_refused_by_name() {
        refuses(document.replace("UTF-8", "Windows-31J").getBytes(Charset.forName("windows-31j")), "XML-ENCODING");
        assertThat(findings.argument("actual")).isEqualTo("Windows-31J");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        refuses(document.getBytes(Charset.forName("windows-31j")), "XML-ENCODING");
    }

    @Test
    void a_document_type_definition_is_refused() {
        refuses("<!DOCTYPE ClinicalDocument SYSTEM \"http://example.invalid/x.dtd\"><ClinicalDocument/>", "XML-DTD");
    }

    @Test
    void an_entity_bomb_is_refused_before_it_grows() {
        var bomb = new StringBuilder("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">");
        for (var c = 'b'; c <= 'z'; c++) {
            bomb.append("<!ENTITY %c \"%s\">".formatted(c, ("&" + (char) (c - 1) + ";").repeat(10)));
        }
        refuses(bomb + "]><ClinicalDocument>&z;</ClinicalDocument>", "XML-DTD");
    }

    @Test
    void an_external_entity_is_refused() {
        refuses("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><index>&e;</index>", "XML-DTD");
    }

    @Test
    void an_entity_that_nobody_declared_is_refused() {
        refuses(INDEX + "<a>&e;</a></index>", "XML-SYNTAX");
        findings.problems().clear();
        refuses(INDEX + "<a b='&e;'/></index>", "XML-SYNTAX");
    }

    @Test
    void malformed_xml_is_refused_with_its_place_and_without_quoting_it() {
        refuses(INDEX + "\n  <ヤマダ>\n  </タロウ>\n</index>", "XML-SYNTAX");
        var problem = findings.problems().getFirst();
        assertThat(problem.place().line()).isEqualTo(3);
        assertThat(problem.arguments())
                .containsEntry("reason", "end-tag-mismatch")
                .hasSize(1);
    }

    @Test
    void a_document_cut_anywhere_is_called_truncated() {
        var bytes = Documents.bytes(document);
        var end = document.getBytes(StandardCharsets.UTF_8).length - 2;
        for (var length = 1; length < end; length++) {
            findings.problems().clear();
            assertThat(read(Arrays.copyOf(bytes, length)))
                    .as("cut at %d", length)
                    .isEmpty();
            assertThat(findings.codes()).as("cut at %d", length).containsExactly("XML-TRUNCATED");
        }
    }

    @Test
    void anything_after_the_root_element_is_refused() {
        refuses(document + "<x/>", "XML-SYNTAX");
        findings.problems().clear();
        refuses(document + "ごみ", "XML-SYNTAX");
    }

    @Test
    void a_wrong_namespace_is_reported_and_the_document_read_all_the_same() {
        var read = read(Documents.bytes(document.replace("urn:hl7-org:v3", "urn:hl7-org:v4")));
        assertThat(((CheckupDocument) read.orElseThrow()).observations()).hasSize(1);
        assertThat(findings.codes()).containsExactly("CHK-XML-002");
        assertThat(findings.argument("actual")).isEqualTo("urn:hl7-org:v4");
    }

    @Test
    void a_wrong_namespace_of_an_index_is_reported_too_but_not_that_of_the_second_period() {
        assertThat(read(Documents.bytes("<index xmlns='http://tokuteikenshin.jp/checkup/2007'/>")))
                .isPresent();
        assertThat(findings.problems()).isEmpty();
        assertThat(read(Documents.bytes("<index/>"))).isPresent();
        assertThat(read(Documents.bytes("<x:summary xmlns:x='urn:x'/>"))).isPresent();
        assertThat(findings.codes()).containsExactly("CHK-XML-002", "CHK-XML-002");
        assertThat(findings.problems().getLast().place().line()).isEqualTo(1);
    }

    @Test
    void a_clinical_document_of_another_country_is_refused() {
        refuses(document.replace(Documents.OID + ".1001", "2.16.840.1.113883.6.1"), "XML-FOREIGN-CDA");
        assertThat(findings.argument("actual")).isEqualTo("2.16.840.1.113883.6.1");
    }

    @Test
    void any_other_root_element_is_refused() {
        refuses("<html><body/></html>", "XML-UNKNOWN-KIND");
        assertThat(findings.argument("actual")).isEqualTo("html");
    }

    @Test
    void a_file_that_is_no_xml_is_refused() {
        refuses("%PDF-1.7 ...", "XML-SYNTAX");
    }

    @Test
    void a_text_over_the_limit_is_refused_even_where_nobody_reads_it() {
        var text = "あ".repeat(70_000);
        refuses(document.replace("<title>検査", "<title>" + text), "XML-TEXT-TOO-LONG");
        assertThat(findings.argument("actual")).isEqualTo("70000");
        findings.problems().clear();
        refuses(document.replace("ケンシンテストイチ", text), "XML-TEXT-TOO-LONG");
    }

    @Test
    void an_attribute_over_the_limit_is_refused() {
        refuses(document.replace("名", "い".repeat(66_000)), "XML-TEXT-TOO-LONG");
        assertThat(findings.argument("actual")).isEqualTo("66000");
    }

    @Test
    void a_large_document_of_short_texts_is_read() {
        var entries = Documents.number("9N001000000000001", "170", "cm").repeat(2_000);
        var read = read(Documents.bytes(Documents.checkup(entries)));
        assertThat(((CheckupDocument) read.orElseThrow()).observations()).hasSize(2_000);
        assertThat(findings.problems()).isEmpty();
    }

    @Test
    void deep_nesting_is_refused() {
        refuses(INDEX + "<a>".repeat(1_000_000), "XML-DEPTH");
        var series = "<observation><code nullFlavor=\"NA\"/><entryRelationship typeCode=\"COMP\">";
        findings.problems().clear();
        refuses(Documents.checkup("<entry>" + series.repeat(5_000)), "XML-DEPTH");
    }

    @Test
    void more_observations_than_the_limit_are_refused() {
        refuses(Documents.checkup("<entry><observation/></entry>".repeat(10_001)), "XML-ITEMS");
    }

    @Test
    void a_file_over_the_limit_is_refused_unread() {
        refuses(new byte[XmlLimits.standard().bytes() + 1], "XML-SIZE");
    }
}
