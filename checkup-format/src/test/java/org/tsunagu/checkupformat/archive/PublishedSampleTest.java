package org.tsunagu.checkupformat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.tsunagu.checkupformat.Findings;
import org.tsunagu.checkupformat.SharedFiles;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;

/// The conforming sample archive that lies beside the project.
class PublishedSampleTest {

    @Test
    void the_sample_archive_is_read_without_a_finding() throws IOException {
        var path = SharedFiles.orSkip("samples/checkup/9911000017_99999997_202406030_1.zip");
        var findings = new Findings();
        var reader = new DocumentReader(Items.shipped(), XmlLimits.standard());
        var files = new ArrayList<ReceivedFile>();
        try (var archive = ArchiveReader.open(path, "sample.zip", ArchiveLimits.standard(), findings.reporter())
                .orElseThrow()) {
            archive.forEach(entry -> {
                if (entry.kind() != EntryKind.SCHEMA) {
                    var bytes = archive.read(entry, findings.reporter()).orElseThrow();
                    files.add(reader.read(bytes, Place.of("sample.zip", entry.name()), findings.reporter())
                            .orElseThrow());
                }
            });
        }
        assertThat(findings.problems()).isEmpty();
        assertThat(files)
                .extracting(ReceivedFile::kind)
                .containsExactlyInAnyOrder(
                        "ix08", "su08", "hc08", "hc08", "hc08", "hc08", "cc08", "cc08", "cc08", "cc08");
        assertThat(files.stream().filter(CheckupDocument.class::isInstance).map(CheckupDocument.class::cast))
                .allSatisfy(document -> assertThat(document.observations())
                        .hasSizeGreaterThan(40)
                        .allSatisfy(
                                observation -> assertThat(observation.item()).isNotNull()));
    }
}
