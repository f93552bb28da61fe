package org.tsunagu.checkupformat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tsunagu.checkupformat.Findings;
import org.tsunagu.checkupformat.SharedFiles;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;

/// The official schemas against the conforming sample archive; both lie beside the project.
class OfficialSchemasTest {

    private final Findings findings = new Findings();
    private int checked;

    private void checkSample(String search, String replacement) throws IOException {
        var gate = SchemaGate.open(SharedFiles.orSkip("spec/checkup/schemas"));
        var sample = SharedFiles.orSkip("samples/checkup/9911000017_99999997_202406030_1.zip");
        var reader = new DocumentReader(Items.shipped(), XmlLimits.standard());
        try (var archive = Zips.open(sample, findings).orElseThrow()) {
            archive.forEach(entry -> {
                if (entry.kind() != EntryKind.SCHEMA) {
                    var read = archive.read(entry, findings.reporter()).orElseThrow();
                    var bytes = new String(read, StandardCharsets.UTF_8)
                            .replace(search, replacement)
                            .getBytes(StandardCharsets.UTF_8);
                    var place = Place.of("sample.zip", entry.name());
                    var file = reader.read(bytes, place, findings.reporter()).orElseThrow();
                    gate.check(bytes, file, place, findings.reporter());
                    checked++;
                }
            });
        }
    }

    @Test
    void every_file_of_the_sample_is_valid() throws IOException {
        checkSample("none", "none");
        assertThat(findings.problems()).isEmpty();
        assertThat(checked).isEqualTo(10);
    }

    @Test
    void files_with_the_old_namespace_and_new_codes_are_valid_once_rewritten() throws IOException {
        checkSample(
                "https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html",
                "http://tokuteikenshin.jp/checkup/2007");
        assertThat(findings.problems()).isEmpty();
    }

    @Test
    void a_wrong_code_is_found_in_every_document() throws IOException {
        checkSample("moodCode=\"EVN\"", "moodCode=\"XXX\"");
        assertThat(findings.codes()).contains("SCHEMA-INVALID").containsOnly("SCHEMA-INVALID");
        assertThat(findings.problems())
                .allSatisfy(p -> assertThat(p.place().line()).isPositive());
    }
}
