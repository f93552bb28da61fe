package org.tsunagu.checkupformat.problems;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.document.Summary;
import org.tsunagu.checkupformat.spill.SeenSet;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// The checks of one archive as a whole (アーカイブの受付チェック), CHK-ARC-002 to 011, 013 to 018, 020,
/// CHK-CLM-008, 013, 018 and ARCHIVE-DUPLICATE. Fed by one thread: first [#names], then entries with their content
/// in the order of the archive, at last [#finish]. Given before the documents, [#index] lets names be judged at once
/// that are free for some exchanges.
///
/// Memory does not grow with the archive: what must be remembered of each entry lies in a [SeenSet].
public final class ArchiveChecks implements AutoCloseable {

    /// An entry is remembered as existing, as met, and by its person.
    private static final int KEYS_PER_ENTRY = 3;

    /// Of a pair the first file is remembered, with its name and every item compared.
    private static final int KEYS_PER_PAIR = 15;

    /// At most 32 megabytes, in archives with settlement files only.
    private static final long PAIRS_ON_HEAP = 1L << 20;

    private static final String EMPLOYER = "40";
    private static final String EMPLOYER_TOO = "41";

    private final Findings archive;
    private final LayoutChecks layouts;
    private final EntryChecks entries;
    private final SeenSet seen;
    private final ReceptionContext context;
    private final Totals totals = new Totals();
    private Optional<Layout> layout = Optional.empty();
    private Optional<Received<Index>> index = Optional.empty();
    private Optional<Received<Summary>> summary = Optional.empty();
    private boolean isForEmployer;
    private Optional<Pairs> pairs = Optional.empty();
    private @Nullable SeenSet pairSet;
    private long withoutAgency;
    private long withoutInsurer;

    /// A file with the place it came from.
    private record Received<T>(T file, Findings findings) {}

    /// @param shownName how findings name the archive
    /// @param fileName name of the ZIP without folders
    /// @param entries files in the archive; a wrong number costs time, nothing else
    /// @throws java.io.UncheckedIOException if the archive is large and no temporary file can be made for it
    public ArchiveChecks(String shownName, String fileName, long entries, ReceptionContext context, Reporter reporter) {
        this.archive = new Findings(Place.of(shownName), reporter);
        this.layouts = new LayoutChecks(fileName, archive);
        this.context = context;
        this.seen = new SeenSet(KEYS_PER_ENTRY * entries);
        this.entries = new EntryChecks(seen, archive);
    }

    /// Looks at the names of all entries: what is there, and which files belong together.
    ///
    /// @param allNames calls its argument with the path of every entry; may be called several times
    public void names(Consumer<Consumer<String>> allNames) {
        var found = layouts.look(allNames);
        layout = Optional.of(found);
        if (found.claims() > 0) {
            pairSet = new SeenSet(KEYS_PER_PAIR * found.claims(), PAIRS_ON_HEAP);
            pairs = Optional.of(new Pairs(pairSet));
        }
        entries.know(allNames, found.claims() > 0);
    }

    /// At the turn of an entry in DATA or CLAIMS: its name, its pair, and whether the name was there before.
    public void entry(String name, Place place) {
        entries.check(name, new Findings(place, archive.reporter()));
    }

    /// The index.
    public void index(Index file, Place place) {
        index = Optional.of(new Received<>(file, new Findings(place, archive.reporter())));
        entries.namesAreFree(
                ExchangeKinds.shipped().hasFreeNames(file.interactionType().text()));
    }

    /// The summary.
    public void summary(Summary file, Place place) {
        summary = Optional.of(new Received<>(file, new Findings(place, archive.reporter())));
    }

    /// A settlement file that could be read.
    public void claim(Claim claim, Place place) {
        totals.add(claim);
        withoutAgency += claim.agencyResult().isEmpty() ? 1 : 0;
        withoutInsurer += claim.insurerResult().isEmpty() ? 1 : 0;
        pairs.ifPresent(known -> known.claim(claim, new Findings(place, archive.reporter())));
    }

    /// A document that could be read: whether the person was there before with the same date and kind, and whether it
    /// agrees with its settlement file.
    public void document(DocumentFacts document, Place place) {
        var header = document.header();
        var kind = document.kind();
        pairs.ifPresent(known -> known.document(document, new Findings(place, archive.reporter())));
        var category = header.category().text();
        isForEmployer |= category.equals(EMPLOYER) || category.equals(EMPLOYER_TOO);
        var key = PersonKey.of(header, kind);
        if (key.isPresent() && !seen.add(key.get())) {
            new Findings(place, archive.reporter()).file("CHK-ARC-020");
        }
    }

    /// When everything was met: counts, sums, and whether index, summary and folder name agree.
    ///
    /// @throws IllegalStateException unless the names were looked at
    public void finish() {
        var found = layout.orElseThrow(() -> new IllegalStateException("finish() before names()"));
        entries.finish();
        var checks = new IndexChecks(context, RootName.of(found.root()), archive);
        checks.receiver(index.map(Received::file));
        if (index.isPresent()) {
            var received = index.get();
            checks.index(received.file(), received.findings());
            checks.serviceKind(received.file(), isForEmployer, received.findings());
            IndexChecks.count(received.file(), found, received.findings());
            returns(received.file(), received.findings());
        }
        if (summary.isPresent()) {
            var received = summary.get();
            checks.serviceKind(received.file(), index.map(Received::file), isForEmployer, received.findings());
            totals.compare(received.file(), found.claims(), found.documents(), received.findings());
        }
    }

    /// Every settlement file of a return says why it comes back.
    private void returns(Index file, Findings findings) {
        var without = switch (ExchangeKinds.shipped()
                .returnedBy(file.interactionType().text())) {
            case "agency" -> withoutAgency;
            case "insurer" -> withoutInsurer;
            default -> 0;
        };
        if (without > 0) {
            findings.field("CHK-CLM-018", file.interactionType(), "actual", String.valueOf(without));
        }
    }

    @Override
    public void close() {
        seen.close();
        if (pairSet != null) {
            pairSet.close();
        }
    }
}
