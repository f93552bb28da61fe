package org.tsunagu.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.cli.Cli;
import org.tsunagu.cli.Csv;

class ConvertCommandTest {

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    @BeforeAll
    static void make() {
        var call = Cli.run("synthesize", "--members", 120, "--years", "2023..2024", "--out", made, "-q");
        assertThat(call.status()).as(call.err()).isZero();
    }

    @Test
    void an_archive_becomes_bundles_and_the_bundles_the_same_documents_again() throws IOException {
        var bundles = folder.resolve("fhir");
        var back = folder.resolve("cda");
        var there = Cli.run("convert", made.resolve("archives"), "--to", "fhir", "--out", bundles, "-q");
        var again = Cli.run("convert", bundles.resolve("bundles.zip"), "--to", "cda", "--out", back, "-q");

        assertThat(there.status())
                .as(there.err() + Files.readString(bundles.resolve("findings.csv")))
                .isZero();
        assertThat(again.status())
                .as(again.err() + Files.readString(back.resolve("findings.csv")))
                .isZero();
        var before = documents();
        var after = entries(back.resolve("documents.zip"));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.size()).isGreaterThan(20);
        before.forEach(
                (name, xml) -> assertThat(sorted(after.get(name))).as(name).isEqualTo(sorted(xml)));
    }

    @Test
    void bundles_may_be_written_as_xml_and_come_back_as_an_exchange_archive() throws IOException {
        var bundles = folder.resolve("fhir");
        var back = folder.resolve("cda");
        Cli.run("convert", made.resolve("archives"), "--to", "fhir", "--format=xml", "--out", bundles, "-q");
        var name = "9911000017_99999997_202406030_1";
        var again = Cli.run(
                "convert", bundles.resolve("bundles.zip"), "--to", "cda", "--archive", name, "--out", back, "-q");
        var checked = Cli.run("check", back.resolve(name + ".zip"), "--out", folder.resolve("checked"), "-q");

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(checked.status()).as(checked.out()).isIn(0, 1);
        assertThat(Csv.column(folder.resolve("checked/documents.csv"), "kind")).hasSizeGreaterThan(20);
        assertThat(Csv.column(folder.resolve("checked/findings.csv"), "check"))
                .noneMatch(check -> check.startsWith("XML-") || check.startsWith("CHK-XML"));
    }

    @Test
    void what_cannot_be_converted_is_a_finding_and_the_others_go_on() throws IOException {
        var in = Files.createDirectories(folder.resolve("in"));
        Files.writeString(in.resolve("a.json"), "{\"resourceType\":\"Patient\"}");
        Files.writeString(in.resolve("b.json"), "no bundle");
        var out = folder.resolve("out");
        var call = Cli.run("convert", in, "--to", "cda", "--out", out, "-q", "--lang=en");

        assertThat(call.status()).isEqualTo(2);
        assertThat(Csv.column(out.resolve("findings.csv"), "check")).containsExactly("FHIR-KIND", "FHIR-SYNTAX");
        assertThat(Csv.column(out.resolve("findings.csv"), "message")).contains("This is not a FHIR Bundle (Patient).");
    }

    @Test
    void a_conversion_the_wrong_way_round_says_so() throws IOException {
        var in = Files.createDirectories(folder.resolve("in"));
        Files.writeString(in.resolve("a.json"), "{\"resourceType\":\"Bundle\"}");
        Files.writeString(in.resolve("b.xml"), "<Bundle xmlns=\"http://hl7.org/fhir\"/>");
        assertThat(checks(in.resolve("a.json"), "fhir")).containsExactly("FHIR-IS-BUNDLE");
        assertThat(checks(in.resolve("b.xml"), "fhir")).containsExactly("FHIR-IS-BUNDLE");

        var document = documents().values().iterator().next();
        Files.writeString(in.resolve("c.xml"), document);
        assertThat(checks(in.resolve("c.xml"), "cda")).containsExactly("FHIR-IS-CDA");
    }

    @Test
    void a_folder_with_nothing_to_convert_says_so() throws IOException {
        var in = Files.createDirectories(folder.resolve("in"));
        Files.writeString(in.resolve("a.json"), "{\"resourceType\":\"Bundle\"}");

        assertThat(checks(in, "fhir")).containsExactly("FHIR-NOTHING");
    }

    private List<String> checks(Path in, String to) {
        var out = folder.resolve("out");
        assertThat(Cli.run("convert", in, "--to", to, "--out", out, "-q").status())
                .isEqualTo(2);
        return Csv.column(out.resolve("findings.csv"), "check");
    }

    @Test
    void bundles_are_held_against_the_profiles_of_a_package_that_the_user_has() throws IOException {
        var profile = Files.createDirectories(folder.resolve("package")).resolve("StructureDefinition-invented.json");
        Files.writeString(profile, """
                {"resourceType": "StructureDefinition",
                 "url": "http://jpfhir.jp/fhir/eCheckup/StructureDefinition/JP_Patient_eCheckupGeneral",
                 "snapshot": {"element": [
                  {"id": "Patient", "path": "Patient", "min": 0, "max": "*"},
                  {"id": "Patient.telecom", "path": "Patient.telecom", "min": 1, "max": "*"},
                  {"id": "Patient.name", "path": "Patient.name", "min": 1, "max": "1"},
                  {"id": "Patient.name:kana", "path": "Patient.name", "min": 7, "max": "7"},
                  {"id": "Patient.address.country", "path": "Patient.address.country", "min": 0, "max": "1",
                   "fixedCode": "XX"}]}}
                """);
        var out = folder.resolve("out");
        var call = Cli.run(
                "convert",
                made.resolve("archives"),
                "--to",
                "fhir",
                "--out",
                out,
                "--fhir-packages",
                folder.resolve("package"),
                "-q",
                "--lang=en");

        assertThat(call.status()).isEqualTo(1);
        assertThat(Csv.column(out.resolve("findings.csv"), "message"))
                .contains("The number of Patient.telecom (0) is not that of the profile.")
                .contains("The value of Patient.address.country is not the one fixed by the profile.")
                .noneMatch(message -> message.contains("Patient.name"));
        assertThat(Cli.run("convert", "x", "--to", "fhir", "--out", out, "--fhir-packages", out)
                        .status())
                .isEqualTo(2);
    }

    @Test
    void an_unusable_call_says_why() {
        assertThat(Cli.run("convert", "x", "--to", "pdf", "--out", folder).err())
                .contains("--to に「pdf」は使えません。");
        assertThat(Cli.run("convert", "x", "--to", "cda", "--archive", "y", "--out", folder)
                        .status())
                .isEqualTo(2);
    }

    /// The lines of a document without their order: FHIR keeps tests and questions apart.
    static List<String> sorted(String xml) {
        return xml.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .sorted()
                .toList();
    }

    static Map<String, String> documents() throws IOException {
        var documents = new TreeMap<String, String>();
        try (var zips = Files.list(made.resolve("archives"))) {
            for (var zip : zips.toList()) {
                entries(zip).forEach((name, text) -> {
                    if (name.contains("/DATA/h")) {
                        documents.put(name.replace("/DATA/", "/"), text);
                    }
                });
            }
        }
        return documents;
    }

    static Map<String, String> entries(Path zip) throws IOException {
        var entries = new TreeMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zip)))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(new ArrayList<>(entries.keySet())).doesNotHaveDuplicates();
        return entries;
    }
}
