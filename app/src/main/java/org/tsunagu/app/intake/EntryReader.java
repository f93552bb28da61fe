package org.tsunagu.app.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
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
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.checkupformat.problems.DocumentChecks;
import org.tsunagu.checkupformat.problems.FileChecks;
import org.tsunagu.checkupformat.problems.ReceptionContext;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// Reads and checks single entries (1件の読み取りと点検); may be used by several threads.
final class EntryReader {

    private static final AtomicReference<Optional<EntryReader>> LATEST = new AtomicReference<>(Optional.empty());

    private final Items items = Items.shipped();
    private final ReceptionContext context;
    private final DocumentChecks documents;
    private final FileChecks files = new FileChecks();
    /// As many as ever read at one time.
    private final Queue<DocumentReader> idle = new ConcurrentLinkedQueue<>();

    private EntryReader(ReceptionContext context) {
        this.context = context;
        this.documents = new DocumentChecks(items, context);
    }

    /// The reader for a reception. That of the last one is kept: most archives are small, and preparing the tables and
    /// learning the tags of documents anew for each would cost more than reading it.
    static EntryReader of(ReceptionContext context) {
        return LATEST.updateAndGet(latest -> latest.filter(reader -> reader.context.equals(context))
                        .or(() -> Optional.of(new EntryReader(context))))
                .orElseThrow();
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
    Received read(Place place, EntryKind kind, Content content, UnaryOperator<ReceivedFile> repair) {
        var problems = new ArrayList<Problem>();
        var reporter = new Reporter(CheckupCatalogue.shipped(), problems::add);
        if (kind == EntryKind.STRAY) {
            var entry = place.entry();
            reporter.report("ARCHIVE-STRAY", place, "actual", entry.substring(entry.lastIndexOf('/') + 1));
            return new Received(entry, kind, Optional.empty(), problems);
        }
        var file = content.read(reporter)
                .flatMap(bytes -> read(bytes, place, reporter))
                .map(repair);
        file.ifPresent(read -> check(read, place, reporter));
        return new Received(place.entry(), kind, file, problems);
    }

    private Optional<ReceivedFile> read(byte[] bytes, Place place, Reporter reporter) {
        var reader = Optional.ofNullable(idle.poll()).orElseGet(() -> new DocumentReader(items, XmlLimits.standard()));
        var file = reader.read(bytes, place, reporter);
        idle.add(reader);
        return file;
    }

    /// A document that was read elsewhere, from a row of a CSV.
    Received check(CheckupDocument document, Place place, List<Problem> found) {
        var problems = new ArrayList<>(found);
        documents.check(document, place, new Reporter(CheckupCatalogue.shipped(), problems::add));
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
