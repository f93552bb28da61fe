package org.tsunagu.app.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.checkupformat.document.Summary;
import org.tsunagu.checkupformat.problems.Checks;
import org.tsunagu.checkupformat.problems.DocumentChecks;
import org.tsunagu.checkupformat.problems.FileChecks;
import org.tsunagu.checkupformat.problems.ReceptionContext;
import org.tsunagu.checkupformat.problems.Reporter;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;

/// Reads and checks single entries (1件の読み取りと点検); may be used by several threads.
final class EntryReader {

    private final Items items = Items.shipped();
    private final DocumentChecks documents;
    private final FileChecks files = new FileChecks();
    private final ThreadLocal<DocumentReader> readers =
            ThreadLocal.withInitial(() -> new DocumentReader(items, XmlLimits.standard()));

    EntryReader(ReceptionContext context) {
        this.documents = new DocumentChecks(items, context);
    }

    /// How the bytes of an entry are had.
    @FunctionalInterface
    interface Content {
        Optional<byte[]> read(Reporter reporter);
    }

    Received read(Place place, EntryKind kind, Content content) {
        return read(place, kind, content, UnaryOperator.identity());
    }

    /// The same with a document put right between reading and checking.
    Received read(Place place, EntryKind kind, Content content, UnaryOperator<CheckupDocument> repair) {
        var problems = new ArrayList<Problem>();
        var reporter = new Reporter(Checks.shipped(), problems::add);
        if (kind == EntryKind.STRAY) {
            var entry = place.entry();
            reporter.report("ARCHIVE-STRAY", place, "actual", entry.substring(entry.lastIndexOf('/') + 1));
            return new Received(entry, kind, Optional.empty(), problems);
        }
        var file = content.read(reporter)
                .flatMap(bytes -> readers.get().read(bytes, place, reporter))
                .map(read -> read instanceof CheckupDocument document ? repair.apply(document) : read);
        file.ifPresent(read -> check(read, place, reporter));
        return new Received(place.entry(), kind, file, problems);
    }

    /// A document that was read elsewhere, from a row of a CSV.
    Received check(CheckupDocument document, Place place, List<Problem> found) {
        var problems = new ArrayList<>(found);
        documents.check(document, place, new Reporter(Checks.shipped(), problems::add));
        return new Received(place.entry(), EntryKind.DATA, Optional.of(document), problems);
    }

    private void check(ReceivedFile file, Place place, Reporter reporter) {
        switch (file) {
            case CheckupDocument document -> documents.check(document, place, reporter);
            case GuidanceDocument document -> documents.check(document, place, reporter);
            case Index index -> files.check(index, place, reporter);
            case Summary summary -> files.check(summary, place, reporter);
            case Claim claim -> files.check(claim, place, reporter);
        }
    }
}
