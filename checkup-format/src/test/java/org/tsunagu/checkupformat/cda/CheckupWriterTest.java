package org.tsunagu.checkupformat.cda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tsunagu.checkupformat.Documents.DIAGNOSIS;
import static org.tsunagu.checkupformat.Documents.GAMMA_GT;
import static org.tsunagu.checkupformat.Documents.HEIGHT;
import static org.tsunagu.checkupformat.Documents.code;
import static org.tsunagu.checkupformat.Documents.in;
import static org.tsunagu.checkupformat.Documents.mark;
import static org.tsunagu.checkupformat.Documents.none;
import static org.tsunagu.checkupformat.Documents.notPerformed;
import static org.tsunagu.checkupformat.Documents.number;
import static org.tsunagu.checkupformat.Documents.result;
import static org.tsunagu.checkupformat.Documents.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagu.checkupformat.Documents;
import org.tsunagu.checkupformat.OfficialSchemas;
import org.tsunagu.checkupformat.RandomDocuments;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.Organization;

class CheckupWriterTest {

    static final CheckupWriter WRITER = new CheckupWriter(Documents.ITEMS);

    @Test
    void what_is_written_is_valid_against_the_official_schema() {
        OfficialSchemas.folder();
        var documents = new RandomDocuments(1);
        for (var i = 0; i < 300; i++) {
            var document = documents.next();
            assertThat(OfficialSchemas.errors("hc08", written(document)))
                    .as("document %d: %s", i, document)
                    .isEmpty();
        }
    }

    @Test
    void the_same_document_gives_the_same_bytes() {
        var document = new RandomDocuments(2).next();

        assertThat(written(document)).isEqualTo(written(document)).doesNotContain('\r');
    }

    @Test
    void a_number_has_name_code_system_and_unit_of_the_master() {
        assertThat(xml(Documents.of(result(HEIGHT, number("172.4", ""))))).contains("""
                          <entry>
                            <observation classCode="OBS" moodCode="EVN">
                              <code code="9N001000000000001" codeSystem="1.2.392.200119.6.1005" displayName="身長"/>
                              <value xsi:type="PQ" value="172.4" unit="cm"/>
                            </observation>
                          </entry>
                """);
    }

    @Test
    void a_code_has_the_code_system_of_its_checkup_date() {
        var smoking = result("9N736000000000011", code("CD", "1", ""));
        var before = Documents.of(Documents.header(Documents.patient(), clinic(), List.of(), "20230930"), smoking);

        assertThat(xml(Documents.of(smoking))).contains("codeSystem=\"1.2.392.200119.6.24060\"");
        assertThat(xml(before)).contains("codeSystem=\"1.2.392.200119.6.2003\"");
    }

    @Test
    void a_number_outside_the_input_range_has_its_mark_beside_it() {
        assertThat(xml(Documents.of(result(GAMMA_GT, mark("H"), number("1000", "U/L")))))
                .contains("""
                              <value xsi:type="CD" code="H" codeSystem="2.16.840.1.113883.5.83" displayName="以上"/>
                              <value xsi:type="PQ" value="1000" unit="U/L"/>
                """);
    }

    @Test
    void not_performed_and_not_measurable_are_written_as_such() {
        var xml = xml(Documents.of(notPerformed(HEIGHT), result(GAMMA_GT, none("PQ"))));

        assertThat(xml)
                .contains("<observation classCode=\"OBS\" moodCode=\"EVN\" negationInd=\"true\">")
                .contains("<value xsi:type=\"PQ\" nullFlavor=\"NI\"/>");
    }

    @Test
    void results_of_a_series_stand_in_one_outer_observation() {
        var finding = in(result("9A110160700000011", code("CD", "1", "")), "01010", 1, "COMP");
        var reason = in(result("9A110161000000049", text("医師の判断")), "01010", 1, "RSON");

        assertThat(xml(Documents.of(finding, result(HEIGHT, number("170", "")), reason)))
                .containsOnlyOnce("<code nullFlavor=\"NA\"/>")
                .containsSubsequence("typeCode=\"COMP\"", "9A1101607", "typeCode=\"RSON\"", "9A1101610", HEIGHT);
    }

    @Test
    void the_doctor_of_a_diagnosis_is_its_author() {
        var o = result(DIAGNOSIS, text("異常なし"));
        var signed =
                new Observation(o.section(), o.code(), o.item(), 0, "", false, o.values(), "", "", null, "見本 医師", 1, 1);

        assertThat(xml(Documents.of(signed)))
                .containsSubsequence("異常なし", "<time nullFlavor=\"NI\"/>", "<name>見本 医師</name>");
    }

    @Test
    void sections_stand_in_the_order_of_the_document() {
        var first = in(result(HEIGHT, number("170", "")), "01990", 0, "");
        var xml = xml(Documents.of(first, result(GAMMA_GT, number("30", ""))));

        assertThat(xml).containsSubsequence("\"01010\"", GAMMA_GT, "\"01990\"", HEIGHT);
    }

    @Test
    void people_find_height_and_judgement_in_words() {
        var level = result("9N506000000000011", code("CD", "1", "1.2.392.200119.6.3001"));

        assertThat(xml(Documents.of(result(HEIGHT, number("172.4", "cm")), level)))
                .containsSubsequence("<list>", "<item>身長 172.4 cm</item>", "<item>保健指導レベル 積極的支援</item>");
    }

    @Test
    void signs_of_markup_are_escaped() {
        assertThat(xml(Documents.of(result(DIAGNOSIS, text("a<b & \"c\">\r\n")))))
                .contains(">a&lt;b &amp; &quot;c&quot;&gt;&#13;\n</value>");
    }

    static Stream<Arguments> what_cannot_be_written_validly_is_refused() {
        var height = result(HEIGHT, number("170", "cm"));
        return Stream.of(
                Arguments.of("insurer", person("9999999", "アイ", "1", "19720214"), "recordTarget/id ~.101"),
                Arguments.of("name", person("99999997", "", "1", "19720214"), "recordTarget/name"),
                Arguments.of("sex", person("99999997", "アイ", "3", "19720214"), "CHK-HDR-021"),
                Arguments.of("birth", person("99999997", "アイ", "1", "19720230"), "CHK-XML-024"),
                Arguments.of("exam date", exam(""), "serviceEvent/effectiveTime"),
                Arguments.of("type", Documents.of(result(HEIGHT, code("", "1", ""))), "CHK-ITM-004"),
                Arguments.of("number", Documents.of(result(HEIGHT, number("12O", "cm"))), HEIGHT),
                Arguments.of("two", Documents.of(result(HEIGHT, text("a"), text("b"))), "CHK-ITM-008"),
                Arguments.of("empty", Documents.of(result(HEIGHT)), "CHK-ITM-001"),
                Arguments.of("control", Documents.of(result(DIAGNOSIS, text("a\u0001"))), "CHK-XML-001"),
                Arguments.of("surrogate", Documents.of(result(DIAGNOSIS, text("\ud842"))), "CHK-XML-001"),
                Arguments.of("long", Documents.of(result(DIAGNOSIS, text("医".repeat(129)))), "CHK-ITM-010"),
                Arguments.of("space", Documents.of(result(HEIGHT, number("1", "c m"))), "white space"),
                Arguments.of("relation", Documents.of(in(height, "01010", 1, "")), "COMP or RSON"),
                Arguments.of(
                        "section",
                        new CheckupDocument(Documents.header(), List.of(Documents.field("01990")), List.of(height)),
                        "section"),
                Arguments.of(
                        "no section", new CheckupDocument(Documents.header(), List.of(), List.of()), "no section"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void what_cannot_be_written_validly_is_refused(String name, CheckupDocument document, String message) {
        var out = new ByteArrayOutputStream();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WRITER.write(document, out))
                .withMessageContaining(message)
                .withMessageNotContaining("アイ");
        assertThat(out.size()).isZero();
    }

    @Test
    void a_writer_goes_on_after_a_refused_document() {
        var good = Documents.of(result(HEIGHT, number("170", "cm")));
        var expected = xml(good);
        assertThatIllegalArgumentException().isThrownBy(() -> written(Documents.of(result(HEIGHT))));

        assertThat(xml(good)).isEqualTo(expected);
    }

    static Organization clinic() {
        return Documents.header().performer();
    }

    static CheckupDocument person(String insurer, String name, String sex, String birth) {
        var patient = Documents.patient(insurer, name, sex, birth);
        return Documents.of(Documents.header(patient, clinic(), List.of(), "20240510"));
    }

    static CheckupDocument exam(String date) {
        return Documents.of(Documents.header(Documents.patient(), clinic(), List.of(), date));
    }

    static String xml(CheckupDocument document) {
        return new String(written(document), StandardCharsets.UTF_8);
    }

    static byte[] written(CheckupDocument document) {
        var out = new ByteArrayOutputStream();
        try {
            WRITER.write(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
