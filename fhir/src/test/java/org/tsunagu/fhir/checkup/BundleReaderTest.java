package org.tsunagu.fhir.checkup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.fhir.checkup.Documents.HEIGHT;
import static org.tsunagu.fhir.checkup.Documents.number;
import static org.tsunagu.fhir.checkup.Documents.result;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tsunagu.checkupformat.cda.CheckupWriter;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.codes.problem.Problem;

class BundleReaderTest {

    static final CheckupDocument DOCUMENT = Documents.of(result(HEIGHT, number("172.4", "cm")));
    static final String JSON = Bundles.json(DOCUMENT);
    static final String XML = Bundles.text(DOCUMENT, BundleFormat.XML, new ArrayList<>());

    @Test
    void what_is_no_bundle_is_a_finding() {
        assertThat(Bundles.codes("")).containsExactly("FHIR-EMPTY");
        assertThat(Bundles.codes("{")).containsExactly("FHIR-SYNTAX");
        assertThat(Bundles.codes("こんにちは")).containsExactly("FHIR-SYNTAX");
        assertThat(Bundles.codes("{\"resourceType\":\"Patient\"}")).containsExactly("FHIR-KIND");
        assertThat(Bundles.codes("{\"resourceType\":\"Bundle\",\"type\":\"batch\"}"))
                .containsExactly("FHIR-TYPE");
        assertThat(Bundles.codes("{\"resourceType\":\"Bundle\",\"type\":\"document\"}"))
                .containsExactly("FHIR-COMPOSITION");
        assertThat(Bundles.codes("{\"resourceType\":\"Bundle\",\"type\":\"document\",\"entry\":[{\"resource\":"
                        + "{\"resourceType\":\"Composition\"}}]}"))
                .containsExactly("FHIR-PATIENT");
    }

    @Test
    void size_depth_and_number_of_entries_are_bounded() {
        var deep = "{\"resourceType\":\"Bundle\",\"entry\":" + "[{\"x\":".repeat(50) + "1" + "}]".repeat(50) + "}";
        var wide = new BundleReader(Documents.ITEMS, new BundleLimits(1 << 20, 64, 3));
        var codes = new ArrayList<String>();
        wide.read(JSON.getBytes(StandardCharsets.UTF_8), Bundles.PLACE, problem -> codes.add(problem.code()));

        assertThat(Bundles.codes(deep)).containsExactly("FHIR-DEPTH");
        assertThat(Bundles.codes(new byte[BundleLimits.standard().bytes() + 1])).containsExactly("FHIR-SIZE");
        assertThat(codes).containsExactly("FHIR-ENTRIES");
    }

    @Test
    void the_depth_of_xml_is_not_hidden_by_signs_in_attributes_and_not_made_by_those_in_comments() {
        var empty = "<Bundle xmlns=\"http://hl7.org/fhir\">%s<type value=\"document\"/></Bundle>";
        var hidden = "<a b=\"/>\" c='x>/'>".repeat(70) + "</a>".repeat(70);
        var remark = "<!--" + "<a>".repeat(70) + "-->";

        assertThat(Bundles.codes(empty.formatted(hidden))).containsExactly("FHIR-DEPTH");
        assertThat(Bundles.codes(empty.formatted(remark))).containsExactly("FHIR-COMPOSITION");
        assertThat(Bundles.codes("<Bundle xmlns=\"http://hl7.org/fhir\"><a></Bundle>"))
                .containsExactly("FHIR-SYNTAX");
    }

    @Test
    void xml_that_declares_a_document_type_is_not_read() {
        var hostile =
                XML.replaceFirst("<Bundle", "<!DOCTYPE Bundle [<!ENTITY q SYSTEM \"file:///etc/hostname\">]><Bundle");

        assertThat(Bundles.codes(hostile)).containsExactly("FHIR-DTD");
    }

    @Test
    void an_unknown_element_is_noted_and_read_past() {
        var stranger = JSON.replaceFirst("\"type\":\"document\"", "\"type\":\"document\",\"stranger\":1");

        assertThat(Bundles.codes(stranger)).containsExactly("FHIR-ELEMENT");
    }

    @Test
    void the_earlier_code_system_of_the_report_category_is_read_too() {
        var earlier = JSON.replace("urn:oid:1.2.392.200119.6.1001", "urn:oid:2.16.840.1.113883.2.2.1.6.1001");

        assertThat(earlier).isNotEqualTo(JSON);
        assertThat(Bundles.read(earlier).header().category().text()).isEqualTo("10");
    }

    @Test
    void a_unit_shown_in_other_words_is_that_of_the_item_when_its_code_is() {
        var shown = JSON.replace("\"unit\":\"cm\"", "\"unit\":\"センチ\"");

        assertThat(Bundles.read(shown).observations().getFirst().result().unit())
                .isEqualTo("cm");
    }

    @Test
    void a_result_in_no_section_and_a_dangling_reference_are_findings() {
        var at = JSON.indexOf("\"entry\":[{\"reference\":");
        var lost = JSON.substring(0, at) + JSON.substring(at).replaceFirst("\"urn:uuid:[^\"]*\"", "\"urn:uuid:none\"");

        assertThat(Bundles.codes(lost)).contains("FHIR-REFERENCE", "FHIR-UNREFERENCED");
    }

    @Test
    void an_attached_cda_document_is_read_instead() throws IOException {
        var cda = new ByteArrayOutputStream();
        new CheckupWriter(Documents.ITEMS).write(DOCUMENT, cda);
        var bundle = """
                {"resourceType":"Bundle","type":"document","meta":{"profile":[
                "http://jpfhir.jp/fhir/clins/StructureDefinition/JP_Bundle_eCheckupGeneral|1.5.0"]},"entry":[
                {"resource":{"resourceType":"Composition"}},{"resource":{"resourceType":"Patient"}},
                {"resource":{"resourceType":"DocumentReference","content":[{"format":{"code":"cdar2_hc08_v08"},
                "attachment":{"data":"%s"}}]}}]}""".formatted(Base64.getEncoder().encodeToString(cda.toByteArray()));

        assertThat(Documents.withoutPlaces(Bundles.read(bundle))).isEqualTo(Documents.withoutPlaces(DOCUMENT));
    }

    @Test
    void broken_bundles_never_fail_with_an_exception() {
        var random = new Random(7);
        for (var text : List.of(JSON, XML)) {
            for (var i = 0; i < 600; i++) {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                for (var changes = 1 + random.nextInt(6); changes > 0; changes--) {
                    bytes[random.nextInt(bytes.length)] = (byte) "{}[]\",:<>/=0a".charAt(random.nextInt(13));
                }
                var problems = new ArrayList<Problem>();
                var read = Bundles.reader().read(bytes, Bundles.PLACE, problems::add);
                assertThat(read.isPresent() || !problems.isEmpty()).isTrue();
            }
        }
    }
}
