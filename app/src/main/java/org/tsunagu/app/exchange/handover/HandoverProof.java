package org.tsunagu.app.exchange.handover;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tsunagu.checkupformat.archive.ArchiveEntry;
import org.tsunagu.checkupformat.archive.ArchiveLimits;
import org.tsunagu.checkupformat.archive.ArchiveReader;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// Reads a written archive again before it can be had (書き出したファイルの読み直し), entry by entry: every document
/// can be
/// read, there are as many as were written, and the index says so. The results were checked when they
/// came.
final class HandoverProof {

    private static final String SHOWN = "handover";

    private final DocumentReader reader = new DocumentReader(Items.shipped(), XmlLimits.standard());
    private final List<String> found = new ArrayList<>();
    private int documents;
    private String total = "";

    private HandoverProof() {}

    /// Reads it.
    ///
    /// @throws IllegalStateException naming what is not as it was written: such a file must not go out
    static void of(Path file, int documents) throws IOException {
        var proof = new HandoverProof();
        proof.read(file);
        if (proof.documents != documents || !proof.total.equals(Integer.toString(documents))) {
            proof.found.add("%d of %d documents, index %s".formatted(proof.documents, documents, proof.total));
        }
        if (!proof.found.isEmpty()) {
            throw new IllegalStateException("the archive reads back otherwise: " + proof.found.getFirst());
        }
    }

    private void read(Path file) throws IOException {
        var opened = ArchiveReader.open(file, SHOWN, ArchiveLimits.standard(), reporter());
        if (opened.isEmpty()) {
            found.add("archive");
            return;
        }
        try (var archive = opened.get()) {
            archive.forEach(entry -> {
                if (entry.kind() == EntryKind.DATA || entry.kind() == EntryKind.INDEX) {
                    entry(archive, entry);
                }
            });
        }
    }

    private void entry(ArchiveReader archive, ArchiveEntry entry) {
        var read = archive.read(entry, reporter())
                .flatMap(bytes -> reader.read(bytes, Place.of(SHOWN, entry.name()), reporter()));
        if (read.isEmpty()) {
            found.add("entry");
        } else if (read.get() instanceof CheckupDocument || read.get() instanceof GuidanceDocument) {
            documents++;
        } else if (read.get() instanceof Index index) {
            total = index.totalRecordCount().text();
        }
    }

    /// Names the check only: a message could hold data of a person.
    private Reporter reporter() {
        return new Reporter(CheckupCatalogue.shipped(), this::problem);
    }

    private void problem(Problem problem) {
        if (problem.severity().refuses()) {
            found.add(problem.code());
        }
    }
}
