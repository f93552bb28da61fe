package org.tsunagu.checkupformat.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tsunagu.checkupformat.Findings;
import org.tsunagu.checkupformat.SharedFiles;
import org.tsunagu.checkupformat.archive.ArchiveEntry;
import org.tsunagu.checkupformat.archive.ArchiveLimits;
import org.tsunagu.checkupformat.archive.ArchiveReader;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.document.Summary;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;

/// The conforming sample archive that lies beside the project, checked as a reception does.
class PublishedSampleChecksTest {

    final Findings findings = new Findings();
    final ReceptionContext context = ReceptionContext.on(LocalDate.of(2026, 1, 15));
    final DocumentChecks documents = new DocumentChecks(Items.shipped(), context);
    final FileChecks files = new FileChecks();
    final DocumentReader reader = new DocumentReader(Items.shipped(), XmlLimits.standard());

    @Test
    void the_sample_archive_passes_every_check() throws IOException {
        var path = SharedFiles.orSkip("samples/checkup/9911000017_99999997_202406030_1.zip");

        check(path);

        assertThat(findings.problems()).isEmpty();
    }

    private void check(Path path) throws IOException {
        var name = path.getFileName().toString();
        try (var archive = ArchiveReader.open(path, name, ArchiveLimits.standard(), findings.reporter())
                        .orElseThrow();
                var checks = new ArchiveChecks(name, name, archive.entries(), context, findings.reporter())) {
            checks.names(action -> archive.forEach(entry -> action.accept(entry.name())));
            archive.forEach(entry -> take(archive, entry, checks));
            checks.finish();
        }
    }

    private void take(ArchiveReader archive, ArchiveEntry entry, ArchiveChecks checks) {
        var place = Place.of("sample.zip", entry.name());
        if (entry.kind() == EntryKind.DATA || entry.kind() == EntryKind.CLAIMS) {
            checks.entry(entry.name(), place);
        }
        if (entry.kind() == EntryKind.SCHEMA) {
            return;
        }
        var bytes = archive.read(entry, findings.reporter()).orElseThrow();
        switch (reader.read(bytes, place, findings.reporter()).orElseThrow()) {
            case CheckupDocument document -> {
                documents.check(document, place, findings.reporter());
                checks.document(DocumentFacts.of(document), place);
            }
            case GuidanceDocument document -> documents.check(document, place, findings.reporter());
            case Index index -> {
                files.check(index, place, findings.reporter());
                checks.index(index, place);
            }
            case Summary summary -> {
                files.check(summary, place, findings.reporter());
                checks.summary(summary, place);
            }
            case Claim claim -> {
                files.check(claim, place, findings.reporter());
                checks.claim(claim, place);
            }
        }
    }
}
