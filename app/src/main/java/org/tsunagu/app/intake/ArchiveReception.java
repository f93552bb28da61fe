package org.tsunagu.app.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tsunagu.checkupformat.archive.ArchiveEntry;
import org.tsunagu.checkupformat.archive.ArchiveLimits;
import org.tsunagu.checkupformat.archive.ArchiveReader;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.checkupformat.document.Summary;
import org.tsunagu.checkupformat.problems.ArchiveChecks;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.checkupformat.problems.ReceptionContext;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.problem.Severity;

/// Reads one archive from its beginning to its end (アーカイブの読み取り), always in the same order and with the same findings,
/// so that a run that was killed can go over what it had read and go on behind it. Entries are read ahead on several
/// threads; a few hundred are in memory at a time.
final class ArchiveReception {

    private static final int CHUNK = 200;

    private final String shownName;
    private final ReceptionContext context;
    private final EntryReader entries;
    private final Sink sink;
    private final List<Problem> pending = new ArrayList<>();
    private boolean isRefused;

    /// Takes what was read, in order and in the thread of the caller.
    interface Sink {

        /// Some entries in a row.
        ///
        /// @param end how many documents there were up to here
        void entries(List<Received> chunk, int end);

        /// What is wrong with the archive as a whole, its index or its summary.
        void problems(List<Problem> problems);

        /// Settlement files in a row, after the documents before them.
        ///
        /// @param end how many documents there were up to here
        default void claims(List<Received> chunk, int end) {}
    }

    ArchiveReception(String shownName, ReceptionContext context, Sink sink) {
        this.shownName = shownName;
        this.context = context;
        this.entries = EntryReader.of(context);
        this.sink = sink;
    }

    /// How many entries for documents an archive has; 0 when it cannot be opened.
    static int documents(Path file) {
        try (var archive = ArchiveReader.open(
                        file, "", ArchiveLimits.standard(), new Reporter(CheckupCatalogue.shipped(), problem -> {}))
                .orElse(null)) {
            if (archive == null) {
                return 0;
            }
            var count = new int[1];
            archive.forEach(entry -> count[0] += entry.kind() == EntryKind.DATA ? 1 : 0);
            return count[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads it all.
    ///
    /// @return whether the archive is refused as a whole
    boolean read(Path file) {
        var reporter = new Reporter(CheckupCatalogue.shipped(), pending::add);
        var opened = ArchiveReader.open(file, shownName, ArchiveLimits.standard(), reporter);
        if (opened.isEmpty()) {
            tell();
            return true;
        }
        try (var archive = opened.get();
                var checks = new ArchiveChecks(shownName, shownName, archive.entries(), context, reporter);
                var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            checks.names(names -> archive.forEach(entry -> names.accept(entry.name())));
            var run = new Run(archive, checks, workers);
            // The index first: when it refuses the archive, the documents must know.
            run.over(kind -> kind == EntryKind.INDEX || kind == EntryKind.SUMMARY);
            run.over(kind -> kind != EntryKind.INDEX && kind != EntryKind.SUMMARY && kind != EntryKind.SCHEMA);
            checks.finish();
            tell();
            return isRefused;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell() {
        var whole = new ArrayList<Problem>();
        for (var problem : pending) {
            whole.add(problem);
            isRefused |= problem.severity() == Severity.REFUSES_FILE;
        }
        pending.clear();
        if (!whole.isEmpty()) {
            sink.problems(whole);
        }
    }

    private final class Run {
        private final ArchiveReader archive;
        private final ArchiveChecks checks;
        private final ExecutorService workers;
        private final List<Future<Received>> ahead = new ArrayList<>();
        private int documents;

        Run(ArchiveReader archive, ArchiveChecks checks, ExecutorService workers) {
            this.archive = archive;
            this.checks = checks;
            this.workers = workers;
        }

        void over(Predicate<EntryKind> wanted) {
            var chunk = new ArrayList<Future<Received>>(CHUNK);
            archive.forEach(entry -> {
                if (wanted.test(entry.kind())) {
                    chunk.add(workers.submit(() -> read(entry)));
                    if (chunk.size() == CHUNK) {
                        turn(chunk);
                    }
                }
            });
            turn(chunk);
            turn(chunk);
        }

        /// Hands on what was read ahead while the next chunk is being read.
        private void turn(List<Future<Received>> next) {
            var ready = List.copyOf(ahead);
            ahead.clear();
            ahead.addAll(next);
            next.clear();
            if (!ready.isEmpty()) {
                take(ready);
            }
        }

        private Received read(ArchiveEntry entry) {
            return entries.read(
                    Place.of(shownName, entry.name()), entry.kind(), reporter -> archive.read(entry, reporter));
        }

        private void take(List<Future<Received>> ready) {
            var chunk = new ArrayList<Received>(ready.size());
            for (var future : ready) {
                var received = get(future);
                archiveChecks(received);
                var added = pending.stream()
                        .filter(problem -> problem.place().entry().equals(received.entry()))
                        .toList();
                pending.removeAll(added);
                received.problems().addAll(added);
                isRefused |= added.stream().anyMatch(problem -> problem.severity() == Severity.REFUSES_FILE);
                tell();
                if (received.isDocument()) {
                    documents++;
                    chunk.add(received);
                } else if (!received.problems().isEmpty()) {
                    isRefused |= received.problems().stream()
                            .anyMatch(problem -> problem.severity() == Severity.REFUSES_FILE);
                    sink.problems(received.problems());
                }
            }
            sink.entries(chunk, documents);
            var claims = ready.stream().map(this::get).filter(Received::isClaim).toList();
            if (!claims.isEmpty()) {
                sink.claims(claims, documents);
            }
        }

        private Received get(Future<Received> future) {
            try {
                return future.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }

        private void archiveChecks(Received received) {
            var place = Place.of(shownName, received.entry());
            if (received.kind() == EntryKind.DATA || received.kind() == EntryKind.CLAIMS) {
                checks.entry(received.entry(), place);
            }
            received.facts().ifPresent(facts -> checks.document(facts, place));
            received.file().ifPresent(file -> whole(file, received.kind(), place));
        }

        /// An index, summary or settlement file counts only where it belongs.
        private void whole(ReceivedFile file, EntryKind kind, Place place) {
            switch (file) {
                case Index index when kind == EntryKind.INDEX -> checks.index(index, place);
                case Summary summary when kind == EntryKind.SUMMARY -> checks.summary(summary, place);
                case Claim claim when kind == EntryKind.CLAIMS -> checks.claim(claim, place);
                case Index index -> stray(index, place);
                case Summary summary -> stray(summary, place);
                case Claim claim -> stray(claim, place);
                default -> {}
            }
        }

        private void stray(ReceivedFile file, Place place) {
            new Reporter(CheckupCatalogue.shipped(), pending::add)
                    .report("XML-UNKNOWN-KIND", place, "actual", file.kind());
        }
    }

    /// Reads single entries again, by name.
    static void again(Path file, String shownName, ReceptionContext context, Repaired wanted, Consumer<Received> sink) {
        var silent = new Reporter(CheckupCatalogue.shipped(), problem -> {});
        var entries = EntryReader.of(context);
        try (var archive = ArchiveReader.open(file, shownName, ArchiveLimits.standard(), silent)
                .orElseThrow(() -> new IllegalStateException("the original cannot be opened again"))) {
            archive.forEach(entry -> {
                if (entry.kind() == EntryKind.DATA && wanted.has(entry.name())) {
                    sink.accept(entries.read(
                            Place.of(shownName, entry.name()),
                            entry.kind(),
                            reporter -> archive.read(entry, reporter),
                            wanted.repair(entry.name())));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<Severity> worst(List<Problem> problems) {
        return problems.stream().map(Problem::severity).min(java.util.Comparator.naturalOrder());
    }
}
