package org.tsunagu.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.cli.Cli;
import org.tsunagu.cli.Csv;
import org.tsunagu.cli.Insurer;

/// Everything of chapter 7 of the issue in one folder, with a sound archive: each gets its finding, the run goes on.
class BadInputTest {

    static final String PUBLISHED = "xmlns=\"urn:hl7-org:v3\"";

    @TempDir
    static Path folder;

    static Cli call = new Cli(-1, "", "");
    static Map<String, String> checks = new TreeMap<>();

    @BeforeAll
    static void check() throws IOException {
        var in = Files.createDirectory(folder.resolve("in"));
        files(in, BadInputs.document());
        archives(in);
        Files.copy(Insurer.soundArchives().getFirst(), in.resolve("zzz.zip"));
        call = Cli.run("check", in, folder.resolve("missing.zip"), "--out", folder.resolve("out"), "--threads", 2);
        for (var row : Csv.read(folder.resolve("out").resolve("findings.csv"))) {
            var file = Path.of(row.getField("archive")).getFileName().toString();
            checks.merge(file, row.getField("check"), (one, other) -> one + " " + other);
        }
    }

    static void files(Path in, String document) throws IOException {
        BadInputs.file(in, "h-empty.xml", "");
        BadInputs.file(in, "h-truncated.xml", document.substring(0, document.length() / 2));
        BadInputs.file(in, "h-namespace.xml", document.replace(PUBLISHED, "xmlns=\"urn:example\""));
        BadInputs.file(in, "h-utf16.xml", document, StandardCharsets.UTF_16);
        BadInputs.file(in, "h-bom.xml", "\ufeff" + document);
        BadInputs.file(
                in, "h-date.xml", document.replaceFirst("<birthTime value=\"\\d+\"", "<birthTime value=\"20240231\""));
        BadInputs.file(in, "h-digit.xml", document.replace("99999997", "99999990"));
        BadInputs.file(in, "h-bomb.xml", """
                <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
                <ClinicalDocument xmlns="urn:hl7-org:v3"><title>&b;</title></ClinicalDocument>
                """);
        BadInputs.file(in, "foreign.xml", """
                <ClinicalDocument xmlns="urn:hl7-org:v3"><realmCode code="US"/>
                <code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/></ClinicalDocument>
                """);
        BadInputs.huge(in);
    }

    static void archives(Path in) throws IOException {
        BadInputs.file(in, "pdf.zip", "%PDF-1.7\n");
        BadInputs.file(in, "empty.zip", "");
        BadInputs.encrypted(in);
        BadInputs.zip(in, "slip.zip", Map.of("../../h.xml", new byte[] {1}));
        BadInputs.zip(in, "nested.zip", Map.of("x/DATA/inner.zip", BadInputs.zip(Map.of("y", new byte[] {1}))));
        BadInputs.zip(in, "bomb.zip", Map.of("x/DATA/h.xml", new byte[7_000_000]));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "h-empty.xml, XML-EMPTY",
        "h-truncated.xml, XML-TRUNCATED",
        "h-namespace.xml, CHK-XML-002",
        "h-utf16.xml, XML-ENCODING",
        "h-bom.xml, XML-BOM",
        "h-date.xml, CHK-XML-024",
        "h-digit.xml, CHK-HDR-004",
        "h-bomb.xml, XML-DTD",
        "foreign.xml, XML-FOREIGN-CDA",
        "h-huge.xml, XML-SIZE",
        "pdf.zip, ARCHIVE-NOT-ZIP",
        "empty.zip, ARCHIVE-EMPTY",
        "encrypted.zip, ARCHIVE-ENCRYPTED",
        "slip.zip, ARCHIVE-PATH",
        "nested.zip, ARCHIVE-NESTED",
        "bomb.zip, ARCHIVE-RATIO",
        "missing.zip, ARCHIVE-UNREADABLE"
    })
    void each_has_its_finding(String file, String check) {
        assertThat(checks.getOrDefault(file, "nothing found")).contains(check);
    }

    @Test
    void the_rest_of_the_run_goes_on() {
        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err()).doesNotContain("Exception", "\tat ");
        assertThat(Csv.read(folder.resolve("out").resolve("documents.csv"))).anySatisfy(row -> {
            assertThat(row.getField("archive")).endsWith("zzz.zip");
            assertThat(row.getField("level")).isNotEmpty();
        });
    }

    @Test
    void a_document_that_cannot_be_read_is_rejected_with_the_kind_of_its_name() {
        assertThat(Csv.read(folder.resolve("out").resolve("documents.csv"))).anySatisfy(row -> {
            assertThat(row.getField("archive")).endsWith("h-truncated.xml");
            assertThat(row.getField("kind")).isEqualTo("hc08");
            assertThat(row.getField("status")).isEqualTo("rejected");
            assertThat(row.getField("exam_date")).isEmpty();
        });
    }

    @Test
    void a_date_that_is_no_day_stays_as_it_was_written() {
        assertThat(Csv.read(folder.resolve("out").resolve("documents.csv"))).anySatisfy(row -> {
            assertThat(row.getField("archive")).endsWith("h-date.xml");
            assertThat(row.getField("birth_date")).isEqualTo("20240231");
            assertThat(row.getField("age")).isEmpty();
            assertThat(row.getField("level")).isEmpty();
        });
    }
}
