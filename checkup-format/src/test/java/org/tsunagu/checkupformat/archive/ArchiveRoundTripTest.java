package org.tsunagu.checkupformat.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.checkupformat.Documents.withoutPlaces;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.checkupformat.Documents;
import org.tsunagu.checkupformat.RandomDocuments;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

class ArchiveRoundTripTest {

    @TempDir
    Path folder;

    final List<Problem> problems = new ArrayList<>();
    final Reporter reporter = new Reporter(CheckupCatalogue.shipped(), problems::add);

    @Test
    void an_archive_reads_back_as_it_was_written() throws IOException {
        var written = new ArrayList<CheckupDocument>();
        var file = folder.resolve(ArchiveNameTest.NAME + ".zip");
        var documents = new RandomDocuments(9);
        try (var archive = ArchiveWriter.create(
                Files.newOutputStream(file), ArchiveNameTest.NAME, Exchange.of("6"), Optional.empty())) {
            for (var i = 0; i < 50; i++) {
                var document = documents.next();
                archive.add(document);
                written.add(withoutPlaces(document));
            }
        }
        var read = read(file);

        assertThat(problems).isEmpty();
        assertThat(read.subList(0, 50).stream().map(document -> withoutPlaces((CheckupDocument) document)))
                .isEqualTo(written);
        assertThat(((Index) read.get(50)).totalRecordCount().text()).isEqualTo("50");
    }

    List<ReceivedFile> read(Path file) throws IOException {
        var reader = new DocumentReader(Documents.ITEMS, XmlLimits.standard());
        var files = new ArrayList<ReceivedFile>();
        try (var archive = ArchiveReader.open(file, "a.zip", ArchiveLimits.standard(), reporter)
                .orElseThrow()) {
            archive.forEach(entry -> archive.read(entry, reporter)
                    .flatMap(bytes -> reader.read(bytes, Place.of("a.zip", entry.name()), reporter))
                    .ifPresent(files::add));
        }
        return files;
    }
}
