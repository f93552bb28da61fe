package org.tsunagu.cli.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tsunagu.checkupformat.archive.ArchiveEntry;
import org.tsunagu.checkupformat.archive.ArchiveLimits;
import org.tsunagu.checkupformat.archive.ArchiveReader;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.checkupformat.csv.CsvDocuments;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.problems.ArchiveChecks;
import org.tsunagu.cli.output.OutputFolder;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// One run of `check` (点検): takes file after file, has it read, checked and judged, and writes the four CSV
/// files. Memory does not grow with the number of documents, and the files are the same whatever the number of
/// threads.
public final class CheckRun {

    private final CheckRequest request;
    private final Setting setting;
    private final CheckProgress progress;
    private final Ledger ledger;
    private final Conveyor conveyor;
    private long bytes;
    private long total;

    private CheckRun(CheckRequest request, OutputFolder folder, CheckListener listener, CheckProgress progress) {
        this.request = request;
        this.setting = Setting.of(request);
        this.progress = progress;
        this.ledger = new Ledger(ResultFiles.begin(folder), setting.texts(), listener);
        this.conveyor = new Conveyor(request.threads(), () -> new Worker(setting), this::unload);
    }

    /// Checks everything the request names. The files are complete but not yet renamed when it returns.
    ///
    /// @throws org.tsunagu.cli.output.OutputFailed if the results cannot be written
    public static Tally run(CheckRequest request, OutputFolder folder, CheckListener listener, CheckProgress progress) {
        var run = new CheckRun(request, folder, listener, progress);
        return run.run();
    }

    private Tally run() {
        var inputs = new Inputs(request.paths(), request.columns().isPresent());
        total = inputs.size();
        try (conveyor) {
            inputs.forEach(this::load);
            conveyor.finish();
        }
        return ledger.tally();
    }

    private void unload(Batch batch) {
        ledger.take(batch);
        for (var task : batch.tasks()) {
            bytes += task instanceof Task.End end
                    ? end.origin().finish()
                    : task instanceof Task.File file ? file.origin().step() : 0;
        }
        progress.at(ledger.tally().documents(), bytes, total);
    }

    private void load(Input input) {
        var origin = new Origin(input.shownName(), input.size());
        switch (input.kind()) {
            case ARCHIVE -> archive(input, origin);
            case XML ->
                conveyor.load(new Task.File(
                        origin,
                        origin.place(),
                        EntryKind.DATA,
                        input.size(),
                        reporter -> LooseFile.read(input, setting.limits(), reporter)));
            case CSV -> csv(input, origin);
            case UNREADABLE -> {
                origin.reporter().report("ARCHIVE-UNREADABLE", origin.place(), "reason", reason(input.path()));
                conveyor.load(new Task.Note(origin, origin.takeProblems()));
            }
        }
        conveyor.load(new Task.End(origin));
    }

    private void csv(Input input, Origin origin) {
        var sink = new CsvDocuments.Sink() {
            @Override
            public void row(Place place, CheckupDocument document, List<Problem> problems) {
                conveyor.load(new Task.Row(origin, place, document, problems));
            }

            @Override
            public void others(List<Problem> problems) {
                conveyor.load(new Task.Note(origin, problems));
            }
        };
        new CsvDocuments(setting.items(), setting.checks(), request.received(), sink)
                .read(input.path(), request.columns(), origin.place());
    }

    /// In the words of the reader: names of what went wrong that read the same in every language.
    private static String reason(Path path) {
        if (!Files.exists(path)) {
            return "NoSuchFile";
        }
        return Files.isReadable(path) ? "NotRegularFile" : "AccessDenied";
    }

    private void archive(Input input, Origin origin) {
        var reporter = origin.reporter();
        var opened = ArchiveReader.open(input.path(), input.shownName(), ArchiveLimits.standard(), reporter);
        opened.ifPresent(reader -> begin(input, origin, reader, reporter));
        conveyor.load(new Task.Note(origin, origin.takeProblems()));
        opened.ifPresent(reader -> {
            // The index first: when it refuses the archive, the documents must know.
            reader.forEach(entry -> load(origin, reader, entry, true));
            reader.forEach(entry -> load(origin, reader, entry, false));
        });
    }

    private void begin(Input input, Origin origin, ArchiveReader reader, Reporter reporter) {
        var fileName = Optional.ofNullable(input.path().getFileName()).map(Path::toString);
        var checks = new ArchiveChecks(
                input.shownName(), fileName.orElse(""), reader.entries(), setting.context(), reporter);
        origin.archive(reader, checks);
        checks.names(names -> reader.forEach(entry -> names.accept(entry.name())));
    }

    private void load(Origin origin, ArchiveReader reader, ArchiveEntry entry, boolean isExchange) {
        var kind = entry.kind();
        var isOfExchange = kind == EntryKind.INDEX || kind == EntryKind.SUMMARY;
        if (kind != EntryKind.SCHEMA && isOfExchange == isExchange) {
            var place = Place.of(origin.shownName(), entry.name());
            conveyor.load(new Task.File(origin, place, kind, entry.size(), reporter -> reader.read(entry, reporter)));
        }
    }
}
