package org.tsunagu.checkupformat.cda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.tsunagu.checkupformat.Findings;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;

/// Invented documents for the tests of the reader.
final class Documents {

    static final Place PLACE = Place.of("a.zip", "DATA/h.xml");
    static final String OID = "1.2.392.200119.6";
    static final String CURRENT = "https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html";

    private Documents() {}

    static String checkup(String entries) {
        return document("10", "010", section("01010", entries));
    }

    static String section(String code, String entries) {
        return """
                <component><section><code code="%s" codeSystem="%s.1010"/><title>検査</title>
                  <text><list><item>身長 &lt;170&gt; cm</item></list></text>
                  %s</section></component>""".formatted(code, OID, entries);
    }

    static String document(String category, String programme, String sections) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
                  <id nullFlavor="NI"/>
                  <code code="%s" codeSystem="%s.1001"/>
                  <effectiveTime value="20240603"/>
                """.formatted(category, OID)
                + HEADER.replace("~", OID).replace("@programme", programme)
                + "<component><structuredBody>" + sections + "</structuredBody></component></ClinicalDocument>\n";
    }

    private static final String HEADER = """
            <recordTarget><patientRole>
              <id extension="99999997" root="~.101"/><id extension="９９" root="~.204"/>
              <id extension="１００１" root="~.205"/><id extension="00" root="~.211"/>
              <addr>
                架空県架空市
                見本町一丁目<postalCode>000-0000</postalCode>
              </addr>
              <patient><name>ケンシンテストイチ</name>
                <administrativeGenderCode code="1" codeSystem="~.1104"/><birthTime value="19720214"/></patient>
            </patientRole></recordTarget>
            <author><time value="20240603"/><assignedAuthor><id nullFlavor="NI"/><representedOrganization>
              <id extension="9911000017" root="~.102"/><name>つなぐ見本診療所</name><telecom value="tel:0000000000"/>
              <addr><postalCode>000-0001</postalCode>架空県見本町</addr>
            </representedOrganization></assignedAuthor></author>
            <participant typeCode="HLD"><functionCode code="1" codeSystem="~.208"/>
              <time><high value="20241031"/></time>
              <associatedEntity classCode="IDENT"><id extension="24100000011" root="~.209.199999997"/>
                <scopingOrganization><id extension="99999997" root="~.101"/></scopingOrganization></associatedEntity>
            </participant>
            <documentationOf><serviceEvent><code code="@programme" codeSystem="~.1002"/>
              <effectiveTime value="20240510"/>
              <performer typeCode="PRF"><assignedEntity><id nullFlavor="NI"/><representedOrganization>
                <id extension="9911000025" root="~.102"/><name>見本<!-- -->検査所</name>
              </representedOrganization></assignedEntity></performer>
            </serviceEvent></documentationOf>
            """;

    static String entry(String observation) {
        return "<entry>" + observation + "</entry>\n";
    }

    static String observation(String code, String rest) {
        return "<observation classCode=\"OBS\" moodCode=\"EVN\"><code code=\"%s\" displayName=\"名\"/>%s</observation>"
                .formatted(code, rest);
    }

    static String number(String code, String value, String unit) {
        return entry(observation(code, "<value xsi:type=\"PQ\" value=\"%s\" unit=\"%s\"/>".formatted(value, unit)));
    }

    static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    static ReceivedFile read(String xml) {
        var findings = new Findings();
        var file =
                new DocumentReader(Items.shipped(), XmlLimits.standard()).read(bytes(xml), PLACE, findings.reporter());
        assertThat(findings.problems()).isEmpty();
        return file.orElseThrow();
    }

    static CheckupDocument readCheckup(String entries) {
        return (CheckupDocument) read(checkup(entries));
    }

    static Observation readOne(String observation) {
        var observations = readCheckup(entry(observation)).observations();
        assertThat(observations).hasSize(1);
        return observations.getFirst();
    }
}
