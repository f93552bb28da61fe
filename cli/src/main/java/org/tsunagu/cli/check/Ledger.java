package org.tsunagu.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.checkupformat.document.Summary;
import org.tsunagu.checkupformat.problems.ArchiveChecks;
import org.tsunagu.cli.check.CheckedDocument.Status;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.ProblemTexts;

/// Takes what the workers found in the order of the input (台帳): lets the checks of the archive as a whole have
/// their say, decides the status, writes the files and counts. In one thread.
final class Ledger {

    private final ResultFiles files;
    private final ProblemTexts texts;
    private final CheckListener listener;
    private final Tally tally = new Tally();
    private final CsvBytes rows = new CsvBytes();

    Ledger(ResultFiles files, ProblemTexts texts, CheckListener listener) {
        this.files = files;
        this.texts = texts;
        this.listener = listener;
    }

    Tally tally() {
        return tally;
    }

    void take(Batch batch) {
        files.results().write(batch.results());
        files.reasons().write(batch.reasons());
        var documentsFrom = 0;
        var findingsFrom = 0;
        for (var i = 0; i < batch.tasks().size(); i++) {
            var checked = batch.checked().get(i);
            var slices = new Slices(batch, documentsFrom, checked.documentsEnd(), findingsFrom, checked.findingsEnd());
            take(batch.tasks().get(i), checked, slices);
            documentsFrom = checked.documentsEnd();
            findingsFrom = checked.findingsEnd();
        }
    }

    /// Where the rows of one task stand in its batch (行の範囲).
    private record Slices(Batch batch, int documentsFrom, int documentsTo, int findingsFrom, int findingsTo) {}

    private void take(Task task, Checked checked, Slices slices) {
        var origin = task.origin();
        switch (task) {
            case Task.Note note -> fileProblems(origin, note.problems());
            case Task.End end -> end(origin);
            case Task.File file -> {
                origin.checks().ifPresent(checks -> archive(checks, file, checked.found()));
                found(origin, file.place(), checked, slices);
            }
            case Task.Row row -> found(origin, row.place(), checked, slices);
        }
    }

    private void end(Origin origin) {
        origin.checks().ifPresent(checks -> {
            tally.readable();
            checks.finish();
        });
        fileProblems(origin, origin.takeProblems());
        origin.close();
    }

    private static void archive(ArchiveChecks checks, Task.File task, Found found) {
        var place = task.place();
        if (task.kind() == EntryKind.DATA || task.kind() == EntryKind.CLAIMS) {
            checks.entry(place.entry(), place);
        }
        switch (found) {
            case Found.Document document -> document.facts().ifPresent(facts -> checks.document(facts, place));
            case Found.Other other -> archive(checks, task, other.file());
            case Found.Nothing nothing -> {}
        }
    }

    /// An index, summary or settlement file counts only where it belongs.
    private static void archive(ArchiveChecks checks, Task.File task, ReceivedFile file) {
        var belongs = switch (file) {
            case Index index -> task.kind() == EntryKind.INDEX;
            case Summary summary -> task.kind() == EntryKind.SUMMARY;
            case Claim claim -> task.kind() == EntryKind.CLAIMS;
            default -> true;
        };
        if (!belongs) {
            task.origin().reporter().report("XML-UNKNOWN-KIND", task.place(), "actual", file.kind());
            return;
        }
        switch (file) {
            case Index index -> checks.index(index, task.place());
            case Summary summary -> checks.summary(summary, task.place());
            case Claim claim -> checks.claim(claim, task.place());
            default -> {}
        }
    }

    private void found(Origin origin, Place place, Checked checked, Slices slices) {
        var added = new ArrayList<Problem>();
        var ofFile = new ArrayList<Problem>();
        for (var problem : origin.takeProblems()) {
            (problem.place().entry().equals(place.entry()) ? added : ofFile).add(problem);
        }
        fileProblems(origin, ofFile);
        write(added);
        var batch = slices.batch();
        files.findings()
                .write(batch.findings().array(), slices.findingsFrom(), slices.findingsTo() - slices.findingsFrom());
        tally.problems(checked.problems());
        tally.problems(added);
        added.addAll(checked.problems());
        switch (checked.found()) {
            case Found.Document document -> {
                count(document.isReadable());
                document(document, place, statusOf(origin, document.header(), added), added, slices);
            }
            case Found.Other other -> {
                count(true);
                added.forEach(listener::fileProblem);
            }
            case Found.Nothing nothing -> {
                count(nothing.isReadable());
                added.forEach(listener::fileProblem);
            }
        }
    }

    private void count(boolean isReadable) {
        if (isReadable) {
            tally.readable();
        }
    }

    private static Status statusOf(Origin origin, Optional<?> header, List<Problem> problems) {
        if (origin.isRefused()
                || header.isEmpty()
                || problems.stream().anyMatch(problem -> problem.severity().refuses())) {
            return Status.REJECTED;
        }
        return problems.isEmpty() ? Status.ACCEPTED : Status.WARNED;
    }

    private void document(Found.Document document, Place place, Status status, List<Problem> problems, Slices slices) {
        var buffer = slices.batch().documents().array();
        rows.clear();
        rows.bytes(buffer, slices.documentsFrom(), document.statusAt() - slices.documentsFrom());
        rows.text(",").text(Words.of(status));
        rows.bytes(buffer, document.statusAt(), slices.documentsTo() - document.statusAt());
        files.documents().write(rows);
        var checked = new CheckedDocument(
                place.file(),
                place.entry(),
                document.kind(),
                status,
                document.header(),
                document.judgement(),
                problems);
        tally.document(checked);
        listener.document(checked);
    }

    private void fileProblems(Origin origin, List<Problem> problems) {
        write(problems);
        tally.problems(problems);
        for (var problem : problems) {
            if (problem.place().entry().isEmpty()) {
                origin.concerns(problem);
            }
            listener.fileProblem(problem);
        }
    }

    private void write(List<Problem> problems) {
        if (!problems.isEmpty()) {
            rows.clear();
            FindingRows.write(problems, texts, rows);
            files.findings().write(rows);
        }
    }
}
