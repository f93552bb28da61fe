package org.tsunagu.app.reporting;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
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
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.checkupformat.problems.DocumentChecks;
import org.tsunagu.checkupformat.problems.ReceptionContext;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// Reads a written archive again before it is given to anybody (送付用ファイルの読み直し), entry by entry: every
/// document can be read, of each kind there are as many as were written, the index says so, and documents
/// about guidance pass the checks of reception. Results were checked when they came and stay as they are.
final class ArchiveProof {

    private final DocumentReader reader = new DocumentReader(Items.shipped(), XmlLimits.standard());
    private final DocumentChecks checks;
    private final List<String> found = new ArrayList<>();
    private int results;
    private int guidance;
    private String total = "";

    private ArchiveProof(LocalDate day) {
        this.checks = new DocumentChecks(Items.shipped(), ReceptionContext.on(day));
    }

    /// Reads it.
    ///
    /// @param day of the archive
    /// @throws IllegalStateException naming what is not as it was written: such a file must not go out
    static void of(Path file, LocalDate day, int results, int guidance) throws IOException {
        var proof = new ArchiveProof(day);
        proof.read(file);
        proof.same("results", results, proof.results);
        proof.same("guidance", guidance, proof.guidance);
        if (!proof.total.equals(String.valueOf(results + guidance))) {
            proof.found.add("index " + proof.total);
        }
        if (!proof.found.isEmpty()) {
            throw new IllegalStateException("the archive reads back otherwise: " + proof.found.getFirst());
        }
    }

    private void same(String what, int written, int read) {
        if (written != read) {
            found.add("%s %d of %d".formatted(what, read, written));
        }
    }

    private void read(Path file) throws IOException {
        var opened = ArchiveReader.open(file, "report", ArchiveLimits.standard(), reporter());
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
        var place = Place.of("report", entry.name());
        var reporter = reporter();
        archive.read(entry, reporter)
                .flatMap(bytes -> reader.read(bytes, place, reporter))
                .ifPresentOrElse(read -> count(read, place), () -> found.add("entry"));
    }

    private void count(ReceivedFile read, Place place) {
        switch (read) {
            case CheckupDocument result -> results++;
            case GuidanceDocument document -> {
                guidance++;
                checks.check(document, place, reporter());
            }
            case Index index -> total = index.totalRecordCount().text();
            default -> found.add("kind " + read.kind());
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
