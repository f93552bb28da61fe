package org.tsunagu.app.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tsunagu.checkupformat.csv.CsvDocuments;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.checkupformat.problems.ReceptionContext;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Severity;

/// Reads an employer's CSV (事業者健診CSVの読み取り), every row as one document, in order and always with the same findings.
final class CsvReception {

    private static final int CHUNK = 200;

    private final String shownName;
    private final ReceptionContext context;

    CsvReception(String shownName, ReceptionContext context) {
        this.shownName = shownName;
        this.context = context;
    }

    /// How many rows of people there are.
    int documents(Path file) {
        var count = new int[1];
        read(file, new CsvDocuments.Sink() {
            @Override
            public void row(Place place, CheckupDocument document, List<Problem> problems) {
                count[0]++;
            }

            @Override
            public void others(List<Problem> problems) {
                // Told when the file is read in earnest.
            }
        });
        return count[0];
    }

    private void read(Path file, CsvDocuments.Sink sink) {
        new CsvDocuments(Items.shipped(), CheckupCatalogue.shipped(), context.receivedOn(), sink)
                .read(file, Optional.empty(), Place.of(shownName));
    }

    /// Reads it all.
    ///
    /// @return whether the file is refused as a whole
    boolean read(Path file, ArchiveReception.Sink sink) {
        var rows = new Rows(EntryReader.of(context), sink);
        read(file, rows);
        rows.hand();
        return rows.isRefused;
    }

    private static final class Rows implements CsvDocuments.Sink {
        private final EntryReader entries;
        private final ArchiveReception.Sink sink;
        private final List<Received> chunk = new ArrayList<>(CHUNK);
        private int documents;
        private boolean isRefused;

        Rows(EntryReader entries, ArchiveReception.Sink sink) {
            this.entries = entries;
            this.sink = sink;
        }

        @Override
        public void row(Place place, CheckupDocument document, List<Problem> problems) {
            documents++;
            chunk.add(entries.check(document, place, problems));
            if (chunk.size() == CHUNK) {
                hand();
            }
        }

        @Override
        public void others(List<Problem> problems) {
            isRefused |= problems.stream().anyMatch(problem -> problem.severity() == Severity.REFUSES_FILE);
            sink.problems(problems);
        }

        void hand() {
            if (chunk.isEmpty()) {
                return;
            }
            sink.entries(List.copyOf(chunk), documents);
            chunk.clear();
        }
    }

    /// Reads single rows again, by the name of their entry.
    void again(Path file, Repaired wanted, Consumer<Received> sink) {
        var entries = EntryReader.of(context);
        read(file, new CsvDocuments.Sink() {
            @Override
            public void row(Place place, CheckupDocument document, List<Problem> problems) {
                if (wanted.has(place.entry())
                        && wanted.repair(place.entry()).apply(document) instanceof CheckupDocument repaired) {
                    sink.accept(entries.check(repaired, place, problems));
                }
            }

            @Override
            public void others(List<Problem> problems) {
                // Told before.
            }
        });
    }
}
