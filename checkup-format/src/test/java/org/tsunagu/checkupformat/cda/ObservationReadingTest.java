package org.tsunagu.checkupformat.cda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.checkupformat.cda.Documents.entry;
import static org.tsunagu.checkupformat.cda.Documents.observation;

import org.junit.jupiter.api.Test;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.ReferenceRange;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.ValueState;

/// Every pattern in which a result is written.
class ObservationReadingTest {

    private static final String HEIGHT = "9N001000000000001";
    private static final String MARK =
            "<value xsi:type=\"CD\" code=\"H\" codeSystem=\"2.16.840.1.113883.5.83\" displayName=\"以上\"/>";
    private static final String NUMBER = "<value xsi:type=\"PQ\" value=\"1000\" unit=\"U/L\"/>";

    @Test
    void a_number_comes_with_its_unit_and_item() {
        var read = Documents.readOne(observation(HEIGHT, "<value xsi:type=\"PQ\" value=\"162.30\" unit=\"cm\"/>"));
        assertThat(read.values()).containsExactly(new WrittenValue("PQ", "162.30", "cm", "", ""));
        assertThat(read.item()).isNotNull();
        assertThat(read.item().code()).isEqualTo(HEIGHT);
        assertThat(read.state()).isEqualTo(ValueState.MEASURED);
        assertThat(read.section()).isEqualTo("01010");
    }

    @Test
    void codes_and_ordinals_come_with_their_code_system() {
        var code = Documents.readOne(
                observation("9N501000000000011", "<value xsi:type=\"CD\" code=\"1\" codeSystem=\"1.2.3\"/>"));
        assertThat(code.values()).containsExactly(new WrittenValue("CD", "1", "", "1.2.3", ""));
        var ordinal = Documents.readOne(
                observation("1A020000000191111", "<value xsi:type=\"CO\" code=\"3\" codeSystem=\"1.2.4\"/>"));
        assertThat(ordinal.values()).containsExactly(new WrittenValue("CO", "3", "", "1.2.4", ""));
    }

    @Test
    void text_keeps_its_line_breaks_and_loses_only_the_layout_around() {
        var read = Documents.readOne(observation(
                "9N056160400000049", "<value xsi:type=\"ST\">\n   高血圧 &amp; 糖尿病\n二行目 <![CDATA[<注>]]>\n  </value>"));
        assertThat(read.values().getFirst().text()).isEqualTo("高血圧 & 糖尿病\n二行目 <注>");
    }

    @Test
    void not_performed_is_a_negated_observation() {
        var read = Documents.readOne(
                "<observation negationInd=\"true\"><code code=\"%s\"/></observation>".formatted(HEIGHT));
        assertThat(read.state()).isEqualTo(ValueState.NOT_PERFORMED);
        assertThat(read.values()).isEmpty();
    }

    @Test
    void negation_written_out_as_false_changes_nothing() {
        var read = Documents.readOne(
                "<observation negationInd=\"false\"><code code=\"%s\"/>%s</observation>".formatted(HEIGHT, NUMBER));
        assertThat(read.state()).isEqualTo(ValueState.MEASURED);
    }

    @Test
    void not_measurable_is_a_value_without_information() {
        var read = Documents.readOne(observation(HEIGHT, "<value xsi:type=\"PQ\" nullFlavor=\"NI\"/>"));
        assertThat(read.values()).containsExactly(new WrittenValue("PQ", "", "", "", "NI"));
        assertThat(read.state()).isEqualTo(ValueState.NOT_MEASURABLE);
    }

    @Test
    void a_mark_and_a_number_are_read_in_either_order() {
        for (var values : new String[] {MARK + NUMBER, NUMBER + MARK}) {
            var read = Documents.readOne(observation("3B090000002327101", values));
            assertThat(read.state()).isEqualTo(ValueState.ABOVE_RANGE);
            assertThat(read.result()).isEqualTo(new WrittenValue("PQ", "1000", "U/L", "", ""));
            assertThat(read.values()).hasSize(2);
        }
    }

    @Test
    void a_mark_may_stand_alone_as_before_2013() {
        var read = Documents.readOne(observation("3B090000002327101", MARK.replace("\"H\"", "\"L\"")));
        assertThat(read.state()).isEqualTo(ValueState.BELOW_RANGE);
    }

    @Test
    void three_values_are_all_kept() {
        assertThat(Documents.readOne(observation(HEIGHT, MARK + NUMBER + NUMBER))
                        .values())
                .hasSize(3);
    }

    @Test
    void interpretation_method_and_reference_range_are_read() {
        var read = Documents.readOne(observation("3F070000002327101", """
                <value xsi:type="PQ" value="70" unit="mg/dL"/><interpretationCode code="N"/>
                <methodCode code="3F07010000" codeSystem="1.2"/>
                <referenceRange><observationRange classCode="OBS" moodCode="EVN.CRT"><value xsi:type="IVL_PQ">
                <low value="40" unit="mg/dL"/><high value="119" unit="mg/dl"/></value></observationRange></referenceRange>
                """));
        assertThat(read.interpretation()).isEqualTo("N");
        assertThat(read.method()).isEqualTo("3F07010000");
        assertThat(read.range()).isEqualTo(new ReferenceRange("40", "mg/dL", "119", "mg/dl"));
        assertThat(read.values()).hasSize(1);
    }

    @Test
    void the_doctors_name_stands_in_the_author() {
        var read = Documents.readOne(observation("9N511000000000049", """
                <value xsi:type="ST">特になし</value><author><time nullFlavor="NI"/><assignedAuthor><id nullFlavor="NI"/>
                <assignedPerson><name><family>見本</family><given>医師</given></name></assignedPerson>
                </assignedAuthor></author>"""));
        assertThat(read.doctorName()).isEqualTo("見本医師");
        assertThat(read.values().getFirst().text()).isEqualTo("特になし");
    }

    @Test
    void a_series_gives_its_members_one_number_and_their_relation() {
        var series = "<observation><code nullFlavor=\"NA\"/>" + related("COMP", "9A110160700000011")
                + related("RSON", "9A110161600000011") + "</observation>";
        var read = Documents.readCheckup(entry(series) + entry(series) + entry(observation(HEIGHT, NUMBER)))
                .observations();
        assertThat(read).extracting(Observation::group).containsExactly(1, 1, 2, 2, 0);
        assertThat(read).extracting(Observation::relation).containsExactly("COMP", "RSON", "COMP", "RSON", "");
        assertThat(read.getFirst().code()).isEqualTo("9A110160700000011");
    }

    @Test
    void a_series_within_a_series_keeps_the_number_of_the_outer_one() {
        var inner = "<observation><code nullFlavor=\"NA\"/>" + related("RSON", "9A110161600000011") + "</observation>";
        var outer = "<observation><code nullFlavor=\"NA\"/><entryRelationship typeCode=\"COMP\">" + inner
                + "</entryRelationship></observation>";
        var read = Documents.readOne(outer);
        assertThat(read.group()).isEqualTo(1);
        assertThat(read.relation()).isEqualTo("RSON");
    }

    @Test
    void a_result_that_holds_others_comes_before_them() {
        var outer = "<observation><code code=\"" + HEIGHT + "\"/>" + NUMBER + related("RSON", "9A110161600000011")
                + "<referenceRange/></observation>";
        var read = Documents.readCheckup(entry(outer)).observations();
        assertThat(read).extracting(Observation::code).containsExactly(HEIGHT, "9A110161600000011");
        assertThat(read).extracting(Observation::group).containsExactly(0, 1);
    }

    @Test
    void a_code_the_master_does_not_have_is_kept() {
        var read = Documents.readOne(observation("ZZ999000000000099", NUMBER));
        assertThat(read.code()).isEqualTo("ZZ999000000000099");
        assertThat(read.item()).isNull();
        assertThat(read.result()).isEqualTo(new WrittenValue("PQ", "1000", "U/L", "", ""));
    }

    @Test
    void unknown_elements_are_passed_over() {
        var read = Documents.readOne(observation(
                HEIGHT, "<text><value xsi:type=\"PQ\" value=\"1\"/></text><x:y xmlns:x=\"u\">?</x:y>" + NUMBER));
        assertThat(read.values()).hasSize(1);
    }

    @Test
    void several_sections_are_read_in_order() {
        var document = (CheckupDocument) Documents.read(Documents.document(
                "10",
                "010",
                Documents.section("01010", Documents.number(HEIGHT, "170", "cm"))
                        + Documents.section("01990", Documents.number("3F050000002327101", "200", "mg/dL"))));
        assertThat(document.sections()).extracting(f -> f.text()).containsExactly("01010", "01990");
        assertThat(document.observations()).extracting(Observation::section).containsExactly("01010", "01990");
    }

    @Test
    void an_observation_knows_where_it_begins() {
        var xml =
                Documents.checkup("\n    " + observation(HEIGHT, NUMBER)).replace("\n    <obs", "\n<entry>\n    <obs");
        xml = xml.replace("</section>", "</entry></section>");
        var read = ((CheckupDocument) Documents.read(xml)).observations().getFirst();
        var lines = xml.lines().toList();
        assertThat(lines.get(read.line() - 1).indexOf("<observation") + 1).isEqualTo(read.column());
    }

    private static String related(String type, String code) {
        return "<entryRelationship typeCode=\"%s\">%s</entryRelationship>"
                .formatted(type, observation(code, "<value xsi:type=\"CD\" code=\"1\" codeSystem=\"1.2\"/>"));
    }
}
