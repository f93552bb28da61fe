package org.tsunagu.checkupformat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.checkupformat.Findings;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;

/// Validation against schemas of a folder, here with small schemas of our own.
class SchemaGateTest {

    private static final String CURRENT = "https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html";
    private static final String OLD = "http://tokuteikenshin.jp/checkup/2007";
    private static final Place PLACE = Place.of("a.zip", "ix08_V08.xml");

    private static final String SCHEMA = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="%1$s" xmlns="%1$s"
                elementFormDefault="qualified">
              <xs:include schemaLocation="%2$s"/>
              <xs:element name="index"><xs:complexType><xs:sequence maxOccurs="unbounded">
                <xs:element name="interactionType"><xs:complexType>
                  <xs:attribute name="code" type="kind"/></xs:complexType></xs:element>
              </xs:sequence></xs:complexType></xs:element>
            </xs:schema>""";
    private static final String TYPES = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="%s">
              <xs:simpleType name="kind"><xs:restriction base="xs:string"><xs:pattern value="%s"/></xs:restriction>
              </xs:simpleType></xs:schema>""";

    @TempDir
    Path folder;

    private final Findings findings = new Findings();

    @BeforeEach
    void putSchemas() throws IOException {
        put("v4", CURRENT, "[0-9]{1,2}", "core/types.xsd");
    }

    private void put(String set, String namespace, String pattern, String location) throws IOException {
        var core = Files.createDirectories(folder.resolve(set).resolve("core"));
        Files.writeString(core.resolve("types.xsd"), TYPES.formatted(namespace, pattern));
        Files.writeString(core.getParent().resolve("ix08_V08.xsd"), SCHEMA.formatted(namespace, location));
    }

    private void check(SchemaGate gate, String xml) {
        var bytes = xml.getBytes(StandardCharsets.UTF_8);
        var file = new DocumentReader(Items.shipped(), XmlLimits.standard())
                .read(bytes, PLACE, findings.reporter())
                .orElseThrow();
        gate.check(bytes, file, PLACE, findings.reporter());
    }

    private static String index(String namespace, String code) {
        return "<index xmlns='%s'>\n  <interactionType code='%s'/>\n</index>".formatted(namespace, code);
    }

    @Test
    void a_valid_file_passes_without_a_word() {
        check(SchemaGate.open(folder), index(CURRENT, "6"));
        assertThat(findings.problems()).isEmpty();
    }

    @Test
    void schemas_may_lie_in_the_folder_itself() {
        check(SchemaGate.open(folder.resolve("v4")), index(CURRENT, "x"));
        assertThat(findings.codes()).contains("SCHEMA-INVALID");
    }

    @Test
    void an_error_names_rule_element_and_place_but_not_the_value() {
        check(SchemaGate.open(folder), index(CURRENT, "ヤマダ"));
        var problem = findings.problems().getFirst();
        assertThat(problem.place().line()).isEqualTo(2);
        assertThat(problem.place().column()).isPositive();
        assertThat(problem.arguments().get("reason")).isEqualTo("cvc-pattern-valid interactionType");
    }

    @Test
    void at_most_twenty_errors_are_reported_for_a_file() {
        check(
                SchemaGate.open(folder),
                "<index xmlns='%s'>%s</index>".formatted(CURRENT, "<interactionType code='x'/>".repeat(50)));
        assertThat(findings.problems()).hasSize(20);
    }

    @Test
    void a_missing_schema_is_reported_once_for_each_kind() {
        var gate = SchemaGate.open(folder);
        check(gate, "<summary xmlns='%s'/>".formatted(CURRENT));
        check(gate, "<summary xmlns='%s'/>".formatted(CURRENT));
        check(gate, "<checkupClaim xmlns='%s'/>".formatted(CURRENT));
        assertThat(findings.codes()).containsExactly("SCHEMA-MISSING", "SCHEMA-MISSING");
    }

    @Test
    void a_folder_without_schemas_is_known_to_be_empty() {
        assertThat(SchemaGate.open(folder.resolve("nothing")).isEmpty()).isTrue();
        assertThat(SchemaGate.open(folder).isEmpty()).isFalse();
    }

    @Test
    void a_file_of_the_second_period_is_validated_as_if_in_the_current_namespace() {
        check(SchemaGate.open(folder), index(OLD, "6"));
        assertThat(findings.problems()).isEmpty();
        check(SchemaGate.open(folder), index(OLD, "x"));
        assertThat(findings.codes()).contains("SCHEMA-INVALID");
    }

    @Test
    void with_its_own_set_a_file_of_the_second_period_passes_when_it_fits_either_set() throws IOException {
        put("v2", OLD, "a[0-9]", "core/types.xsd");
        var gate = SchemaGate.open(folder);
        check(gate, index(OLD, "a1"));
        check(gate, index(OLD, "6"));
        assertThat(findings.problems()).isEmpty();
        check(gate, index(CURRENT, "a1"));
        assertThat(findings.codes()).contains("SCHEMA-INVALID");
    }

    @Test
    void another_namespace_fits_no_schema() {
        check(SchemaGate.open(folder), index("urn:other", "6"));
        assertThat(findings.codes()).contains("CHK-XML-002", "SCHEMA-INVALID");
    }

    @Test
    void a_schema_that_includes_something_outside_its_folder_is_not_used() throws IOException {
        Files.writeString(folder.resolve("types.xsd"), TYPES.formatted(CURRENT, ".*"));
        put("v4", CURRENT, ".*", "../types.xsd");
        check(SchemaGate.open(folder), index(CURRENT, "6"));
        assertThat(findings.codes()).containsExactly("SCHEMA-MISSING");
    }
}
