package org.tsunagu.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.checkupformat.document.Summary;
import org.tsunagu.checkupformat.problems.DocumentFacts;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judgement;

/// Reads, checks and judges the files of a batch and writes their rows (作業者). One per thread.
final class Worker {

    private final Setting setting;
    private final DocumentReader reader;
    private final List<Problem> problems = new ArrayList<>();
    private final Reporter reporter;
    private final CsvBytes placeCells = new CsvBytes();
    private final RuleCells ruleCells = new RuleCells();

    Worker(Setting setting) {
        this.setting = setting;
        this.reader = new DocumentReader(setting.items(), setting.limits());
        this.reporter = new Reporter(setting.checks(), problems::add);
    }

    void work(Batch batch) {
        for (var task : batch.tasks()) {
            problems.clear();
            var found = switch (task) {
                case Task.File file -> file(file, batch);
                case Task.Row row -> row(row, batch);
                case Task.Note note -> new Found.Nothing(false);
                case Task.End end -> new Found.Nothing(false);
            };
            FindingRows.write(problems, setting.texts(), batch.findings());
            batch.add(found, problems);
        }
    }

    private Found row(Task.Row row, Batch batch) {
        problems.addAll(row.problems());
        return checkup(row.document(), row.place(), batch);
    }

    private Found file(Task.File task, Batch batch) {
        var place = task.place();
        if (task.kind() == EntryKind.STRAY) {
            reporter.report("ARCHIVE-STRAY", place, "actual", lastPart(place.entry()));
            return new Found.Nothing(false);
        }
        var bytes = task.content().read(reporter);
        var file = bytes.flatMap(content -> reader.read(content, place, reporter));
        if (file.isEmpty()) {
            return unreadable(task, bytes.isPresent(), batch);
        }
        setting.schemas().ifPresent(gate -> gate.check(bytes.orElseThrow(), file.get(), place, reporter));
        return received(file.get(), place, batch);
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Found unreadable(Task.File task, boolean isReadable, Batch batch) {
        var kind = FileKinds.byName(task);
        if (kind.isEmpty()) {
            return new Found.Nothing(isReadable);
        }
        var statusAt = DocumentRows.writeUnreadable(kind.get(), task.place(), batch.documents());
        return new Found.Document(kind.get(), isReadable, Optional.empty(), Optional.empty(), statusAt);
    }

    private Found received(ReceivedFile file, Place place, Batch batch) {
        return switch (file) {
            case CheckupDocument document -> checkup(document, place, batch);
            case GuidanceDocument document -> guidance(document, place, batch);
            case Index index -> {
                setting.fileChecks().check(index, place, reporter);
                yield new Found.Other(index);
            }
            case Summary summary -> {
                setting.fileChecks().check(summary, place, reporter);
                yield new Found.Other(summary);
            }
            case Claim claim -> {
                setting.fileChecks().check(claim, place, reporter);
                yield new Found.Other(claim);
            }
        };
    }

    private Found guidance(GuidanceDocument document, Place place, Batch batch) {
        setting.documentChecks().check(document, place, reporter);
        var row = new DocumentRows(document.kind(), document.header(), Optional.empty(), Reported.NOTHING);
        var statusAt = row.write(place, batch.documents());
        return new Found.Document(
                document.kind(), true, Optional.of(DocumentFacts.of(document)), Optional.empty(), statusAt);
    }

    private Found checkup(CheckupDocument document, Place place, Batch batch) {
        setting.documentChecks().check(document, place, reporter);
        var reported = Reported.of(document);
        var judgement = judge(document);
        var cells = cells(place);
        ResultRows.write(document, cells, setting.itemCells(), batch.results());
        judgement.ifPresent(ours -> {
            reported.compare(ours, document.header(), place, reporter);
            new ReasonRows(ours, cells, ruleCells, batch.reasons()).write();
        });
        var row = new DocumentRows(document.kind(), document.header(), judgement, reported);
        var statusAt = row.write(place, batch.documents());
        return new Found.Document(document.kind(), true, Optional.of(DocumentFacts.of(document)), judgement, statusAt);
    }

    /// Archive and entry, which begin every row of a document.
    private byte[] cells(Place place) {
        placeCells.clear();
        return placeCells.cell(place.file()).cell(place.entry()).toByteArray();
    }

    private Optional<Judgement> judge(CheckupDocument document) {
        var header = document.header();
        var sex = header.sex();
        var birth = header.birthDay();
        var exam = header.examDay();
        if (sex.isEmpty()
                || birth.isEmpty()
                || exam.isEmpty()
                || !setting.judging().covers(exam.get())) {
            return Optional.empty();
        }
        var examinee = new Examinee(sex.get(), birth.get(), exam.get());
        return Optional.of(setting.judging().judge(examinee, document.values(setting.items())));
    }
}
