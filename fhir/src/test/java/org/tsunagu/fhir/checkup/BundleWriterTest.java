package org.tsunagu.fhir.checkup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.fhir.checkup.Documents.GAMMA_GT;
import static org.tsunagu.fhir.checkup.Documents.HEIGHT;
import static org.tsunagu.fhir.checkup.Documents.code;
import static org.tsunagu.fhir.checkup.Documents.in;
import static org.tsunagu.fhir.checkup.Documents.mark;
import static org.tsunagu.fhir.checkup.Documents.notPerformed;
import static org.tsunagu.fhir.checkup.Documents.number;
import static org.tsunagu.fhir.checkup.Documents.result;
import static org.tsunagu.fhir.checkup.Documents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.problem.Problem;

class BundleWriterTest {

    static final CheckupDocument HEIGHT_ONLY = Documents.of(result(HEIGHT, number("172.4", "cm")));

    @Test
    void a_bundle_is_a_document_with_the_profiles_of_the_guide() {
        assertThat(Bundles.json(HEIGHT_ONLY))
                .contains("\"type\":\"document\"")
                .contains("http://jpfhir.jp/fhir/clins/StructureDefinition/JP_Bundle_eCheckupGeneral")
                .contains("http://jpfhir.jp/fhir/eCheckup/StructureDefinition/JP_Composition_eCheckupGeneral")
                .contains("\"value\":\"9911000017^2024^h1\"")
                .contains("99999997:９９:１００１:00");
    }

    @Test
    void the_same_document_gives_the_same_bytes() {
        assertThat(Bundles.json(HEIGHT_ONLY)).isEqualTo(Bundles.json(HEIGHT_ONLY));
    }

    @Test
    void tests_and_questions_stand_in_sections_of_their_own() {
        var smoking = result("9N736000000000011", code("CD", "1", "1.2.392.200119.6.24060"));
        var bundle = Bundles.json(Documents.of(result(HEIGHT, number("172.4", "cm")), smoking));

        assertThat(bundle).contains("\"code\":\"01011\"").contains("\"code\":\"01012\"");
        assertThat(Bundles.json(HEIGHT_ONLY)).doesNotContain("01012");
    }

    @Test
    void not_performed_is_cancelled_and_says_nothing_else() {
        assertThat(Bundles.json(Documents.of(notPerformed(HEIGHT))))
                .contains("\"status\":\"cancelled\"")
                .contains("\"code\":\"not-performed\"")
                .contains("未実施")
                .doesNotContain("effectiveDateTime");
    }

    @Test
    void outside_the_input_range_is_hx_or_lx_beside_the_number() {
        var bundle = Bundles.json(Documents.of(result(GAMMA_GT, mark("H"), number("1000", "U/L"))));

        assertThat(bundle).contains("\"code\":\"HX\"").contains("\"value\":1000");
    }

    @Test
    void a_unit_is_written_in_ucum_beside_the_official_one() {
        var bundle = Bundles.json(Documents.of(result("9N121000000000001", number("64", "{h`b}/min"))));

        assertThat(bundle).contains("\"unit\":\"{h`b}/min\"").contains("\"code\":\"/min\"");
    }

    @Test
    void the_text_of_a_finding_is_a_part_of_the_result_it_belongs_to() {
        var found = in(result("9A110160700000011", code("CD", "1", "1.2.392.200119.6.2002")), "01010", 1, "COMP");
        var finding = in(result("9A110160800000049", text("左室高電位")), "01010", 1, "COMP");

        assertThat(Bundles.json(Documents.of(found, finding)))
                .contains("\"component\":[{\"code\"")
                .contains("\"code\":\"9A110\"")
                .contains("observatioGroupRelationship");
    }

    @Test
    void what_fhir_cannot_carry_is_a_finding_in_both_languages() {
        var bad = result(HEIGHT, number("1,5", "cm"));
        var unnamed = new Observation(
                "01010", HEIGHT, bad.item(), 0, "", true, List.of(), "3F07010000", "", null, "見本太郎", 1, 1);
        var problems = new ArrayList<Problem>();
        Bundles.json(Documents.of(bad, unnamed), problems);

        assertThat(Bundles.losses(problems))
                .contains("FHIR-LOST-RESULT type", "FHIR-LOST-RESULT method", "FHIR-LOST-RESULT doctor");
        assertThat(problems.stream().map(FhirCatalogue.in(Locale.JAPANESE)::text))
                .contains("項目 9N001000000000001 の「検査方法」はFHIRに移せません。");
        assertThat(problems.stream().map(FhirCatalogue.in(Locale.ENGLISH)::text))
                .contains("“method” of item 9N001000000000001 cannot be carried in FHIR.");
    }

    @Test
    void an_empty_section_and_a_foreign_one_are_findings() {
        var foreign = in(result(HEIGHT, number("170", "cm")), "01060", 0, "");
        var document = new CheckupDocument(
                Documents.header(), List.of(Field.of("01030"), Field.of("01060")), List.of(foreign));
        var problems = new ArrayList<Problem>();
        Bundles.json(document, problems);

        assertThat(Bundles.losses(problems)).containsExactlyInAnyOrder("FHIR-LOST-SECTION", "FHIR-SECTION-GENERAL");
    }

    @Test
    void a_date_that_is_none_is_a_loss_and_no_failure() {
        var header = Documents.header(
                Documents.patient("99999997", "ア", "9", "19991332"),
                Documents.header().performer(),
                List.of(),
                "20240231");
        var problems = new ArrayList<Problem>();
        Bundles.json(Documents.of(header, result(HEIGHT, number("170", "cm"))), problems);

        assertThat(Bundles.losses(problems))
                .containsExactlyInAnyOrder("FHIR-LOST-HEADER birth", "FHIR-LOST-HEADER exam", "FHIR-LOST-HEADER sex");
    }
}
