package org.tsunagu.app.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.tsunagu.checkupformat.archive.ArchiveEntry;
import org.tsunagu.checkupformat.archive.ArchiveLimits;
import org.tsunagu.checkupformat.archive.ArchiveReader;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.csv.CsvDocuments;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.problems.Checks;
import org.tsunagu.checkupformat.problems.ReceptionContext;
import org.tsunagu.checkupformat.problems.Reporter;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;

/// Reads wanted documents of one file, silently: what is wrong with them was said when they came in (原本の読み出し).
final class SourceReader {

    private static final Reporter SILENT = new Reporter(Checks.shipped(), problem -> {});

    private final String shownName;
    private final ReceptionContext context;
    private final Repaired wanted;
    private final BiConsumer<String, CheckupDocument> sink;
    private final DocumentReader reader = new DocumentReader(Items.shipped(), XmlLimits.standard());

    SourceReader(
            String shownName, ReceptionContext context, Repaired wanted, BiConsumer<String, CheckupDocument> sink) {
        this.shownName = shownName;
        this.context = context;
        this.wanted = wanted;
        this.sink = sink;
    }

    void read(Path file) {
        switch (ReceptionFiles.form(file, shownName)) {
            case ARCHIVE -> archive(file);
            case CSV -> csv(file);
            case XML -> document("", ReceptionFiles.bytes(file, shownName, SILENT));
        }
    }

    private void archive(Path file) {
        try (var archive = ArchiveReader.open(file, shownName, ArchiveLimits.standard(), SILENT)
                .orElseThrow(() -> new IllegalStateException("the original cannot be opened again"))) {
            archive.forEach(entry -> entry(archive, entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void entry(ArchiveReader archive, ArchiveEntry entry) {
        if (entry.kind() == EntryKind.DATA && wanted.has(entry.name())) {
            document(entry.name(), archive.read(entry, SILENT));
        }
    }

    private void document(String entry, Optional<byte[]> bytes) {
        bytes.flatMap(content -> reader.read(content, Place.of(shownName, entry), SILENT))
                .ifPresent(read -> {
                    if (read instanceof CheckupDocument document && wanted.has(entry)) {
                        sink.accept(entry, wanted.repair(entry).apply(document));
                    }
                });
    }

    private void csv(Path file) {
        var rows = new CsvDocuments.Sink() {
            @Override
            public void row(Place place, CheckupDocument document, List<Problem> problems) {
                if (wanted.has(place.entry())) {
                    sink.accept(place.entry(), wanted.repair(place.entry()).apply(document));
                }
            }

            @Override
            public void others(List<Problem> problems) {
                // Told when the file came in.
            }
        };
        new CsvDocuments(Items.shipped(), Checks.shipped(), context.receivedOn(), rows)
                .read(file, Optional.empty(), Place.of(shownName));
    }
}
