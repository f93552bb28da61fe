package org.tsunagu.checkupformat.cda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.Header;

/// What the reader takes from the header of a document.
class HeaderReadingTest {

    private static Header header(String xml) {
        return ((CheckupDocument) Documents.read(xml)).header();
    }

    private final String xml = Documents.checkup("");

    @Test
    void every_value_of_the_header_is_read_as_written() {
        var header = header(xml);
        assertThat(header.typeIdExtension().text()).isEqualTo("POCD_HD000040");
        assertThat(header.category().text()).isEqualTo("10");
        assertThat(header.categorySystem().text()).isEqualTo(Documents.OID + ".1001");
        assertThat(header.created().text()).isEqualTo("20240603");
        assertThat(header.authorTime().text()).isEqualTo("20240603");
        assertThat(header.programme().text()).isEqualTo("010");
        assertThat(header.examDate().text()).isEqualTo("20240510");
    }

    @Test
    void the_person_has_all_insured_identifiers_and_a_trimmed_address() {
        var patient = header(xml).patient();
        assertThat(patient.insurerNumber().text()).isEqualTo("99999997");
        assertThat(patient.symbol().text()).isEqualTo("９９");
        assertThat(patient.number().text()).isEqualTo("１００１");
        assertThat(patient.branch().text()).isEqualTo("00");
        assertThat(patient.name().text()).isEqualTo("ケンシンテストイチ");
        assertThat(patient.sex().text()).isEqualTo("1");
        assertThat(patient.birth().text()).isEqualTo("19720214");
        assertThat(patient.address().text().text()).isEqualTo("架空県架空市見本町一丁目");
        assertThat(patient.address().postalCode().text()).isEqualTo("000-0000");
    }

    @Test
    void address_text_may_follow_the_postal_code() {
        var address = header(xml).author().address();
        assertThat(address.postalCode().text()).isEqualTo("000-0001");
        assertThat(address.text().text()).isEqualTo("架空県見本町");
    }

    @Test
    void author_and_performer_are_told_apart() {
        var header = header(xml);
        assertThat(header.author().number().text()).isEqualTo("9911000017");
        assertThat(header.author().telecom().text()).isEqualTo("tel:0000000000");
        assertThat(header.performer().number().text()).isEqualTo("9911000025");
        assertThat(header.performer().name().text()).isEqualTo("見本検査所");
        assertThat(header.performer().telecom()).isEqualTo(Field.ABSENT);
    }

    @Test
    void a_ticket_has_function_expiry_number_root_and_insurer() {
        var ticket = header(xml).tickets().getFirst();
        assertThat(ticket.function().text()).isEqualTo("1");
        assertThat(ticket.validUntil().text()).isEqualTo("20241031");
        assertThat(ticket.number().text()).isEqualTo("24100000011");
        assertThat(ticket.root().text()).isEqualTo(Documents.OID + ".209.199999997");
        assertThat(ticket.insurerNumber().text()).isEqualTo("99999997");
    }

    @Test
    void a_name_in_family_and_given_is_joined() {
        var parts =
                xml.replace("<name>ケンシンテストイチ</name>", "<name>\n <family>ケンシン</family>\n <given>テスト</given>\n</name>");
        assertThat(header(parts).patient().name().text()).isEqualTo("ケンシンテスト");
    }

    @Test
    void a_space_within_a_name_stays_as_written() {
        var spaced = xml.replace("ケンシンテストイチ", "ケンシン　テスト イチ");
        assertThat(header(spaced).patient().name().text()).isEqualTo("ケンシン　テスト イチ");
    }

    @Test
    void the_checkup_date_may_stand_in_low() {
        var low = xml.replace(
                "<effectiveTime value=\"20240510\"/>", "<effectiveTime><low value=\"20240511\"/></effectiveTime>");
        assertThat(header(low).examDate().text()).isEqualTo("20240511");
    }

    @Test
    void a_field_knows_its_line_and_column() {
        var category = header(xml).category();
        assertThat(category.line()).isEqualTo(5);
        assertThat(category.column()).isEqualTo(3);
    }

    @Test
    void columns_count_characters_not_bytes() {
        var name = header(xml.replace("<patient><name>", "<patient><!-- 氏名 --><name>"))
                .patient()
                .name();
        assertThat(name.column()).isEqualTo("  <patient><!-- 氏名 -->".length() + 1);
    }

    @Test
    void an_element_without_its_attribute_is_there_but_empty() {
        var header = header(xml.replace("<birthTime value=\"19720214\"/>", "<birthTime/>"));
        assertThat(header.patient().birth().isThere()).isTrue();
        assertThat(header.patient().birth().isEmpty()).isTrue();
    }

    @Test
    void an_element_that_is_missing_is_not_there() {
        var header = header(xml.replace("<birthTime value=\"19720214\"/>", ""));
        assertThat(header.patient().birth()).isEqualTo(Field.ABSENT);
    }

    @Test
    void guidance_is_known_by_its_report_category() {
        for (var category : new String[] {"21", "22", "23", "24", "25"}) {
            assertThat(Documents.read(Documents.document(category, "100", ""))).isInstanceOf(GuidanceDocument.class);
        }
    }

    @Test
    void a_report_to_the_state_is_told_apart_by_its_programme() {
        assertThat(Documents.read(Documents.document("30", "100", ""))).isInstanceOf(GuidanceDocument.class);
        assertThat(Documents.read(Documents.document("30", "010", ""))).isInstanceOf(CheckupDocument.class);
    }

    @Test
    void elements_are_known_by_their_local_names_whatever_the_prefix() {
        var prefixed = Documents.checkup(Documents.number("9N001000000000001", "170.1", "cm"))
                .replaceAll("<(/?)(?=[a-zA-Z])", "<$1h:")
                .replace("xmlns=", "xmlns:h=");
        var document = (CheckupDocument) Documents.read(prefixed);
        assertThat(document.header().patient().name().text()).isEqualTo("ケンシンテストイチ");
        assertThat(document.observations().getFirst().values().getFirst().text())
                .isEqualTo("170.1");
    }
}
