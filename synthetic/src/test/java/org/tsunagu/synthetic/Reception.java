package org.tsunagu.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.problems.ArchiveChecks;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.checkupformat.problems.DocumentChecks;
import org.tsunagu.checkupformat.problems.DocumentFacts;
import org.tsunagu.checkupformat.problems.FileChecks;
import org.tsunagu.checkupformat.problems.ReceptionContext;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;
import org.tsunagu.rules.stratification.Level;

/// Receives archives as the command does: reader, all checks, and the comparison of the reported judgements with ours.
final class Reception {
    private static final String METABOLIC = "9N501000000000011";
    private static final String LEVEL = "9N506000000000011";

    private final Items items = Items.shipped();
    private final ReceptionContext context = ReceptionContext.on(LocalDate.of(2026, 11, 1));
    private final DocumentReader reader = new DocumentReader(items, XmlLimits.standard());
    private final DocumentChecks documentChecks = new DocumentChecks(items, context);
    private final FileChecks fileChecks = new FileChecks();
    private final Judging judging = Judging.shipped();
    private final List<Problem> problems = new ArrayList<>();
    private final Reporter reporter = new Reporter(CheckupCatalogue.shipped(), problems::add);
    private long documents;

    List<Problem> problems() {
        return problems;
    }

    long documents() {
        return documents;
    }

    void all(Path folder) throws IOException {
        try (var archives = Files.list(folder)) {
            for (var archive : archives.sorted().toList()) {
                receive(archive);
            }
        }
    }

    private void receive(Path file) throws IOException {
        var name = file.getFileName().toString();
        var opened = ArchiveReader.open(file, name, ArchiveLimits.standard(), reporter);
        if (opened.isEmpty()) {
            return;
        }
        try (var archive = opened.get();
                var checks = new ArchiveChecks(name, name, archive.entries(), context, reporter)) {
            checks.names(names -> archive.forEach(entry -> names.accept(entry.name())));
            archive.forEach(entry -> entry(archive, entry, checks, Place.of(name, entry.name())));
            checks.finish();
        }
    }

    private void entry(ArchiveReader archive, ArchiveEntry entry, ArchiveChecks checks, Place place) {
        if (entry.kind() == EntryKind.STRAY) {
            reporter.report("ARCHIVE-STRAY", place, "actual", "");
            return;
        }
        if (entry.kind() == EntryKind.DATA) {
            checks.entry(entry.name(), place);
        }
        var bytes = archive.read(entry, reporter);
        var read = bytes.flatMap(b -> reader.read(b, place, reporter));
        if (read.isPresent()) {
            switch (read.get()) {
                case CheckupDocument document -> document(document, checks, place);
                case Index index -> {
                    fileChecks.check(index, place, reporter);
                    checks.index(index, place);
                }
                default -> throw new UncheckedIOException(new IOException("not made here: " + place));
            }
        }
    }

    private void document(CheckupDocument document, ArchiveChecks checks, Place place) {
        documents++;
        documentChecks.check(document, place, reporter);
        checks.document(DocumentFacts.of(document), place);
        var birth = document.header().birthDay();
        var exam = document.header().examDay();
        var sex = document.header().sex();
        if (birth.isPresent() && exam.isPresent() && sex.isPresent() && judging.covers(exam.get())) {
            judgements(document, new Examinee(sex.get(), birth.get(), exam.get()), place);
        }
    }

    private void judgements(CheckupDocument document, Examinee examinee, Place place) {
        var values = document.values(items);
        var outcome = judging.outcome(examinee, values);
        var metabolic = values.get(items.get(METABOLIC)).text();
        var level = values.get(items.get(LEVEL)).text();
        if (outcome.level() != Level.OUTSIDE
                && !(metabolic.equals(outcome.metabolic().code())
                        && level.equals(outcome.level().code()))) {
            reporter.report(
                    "CHK-ITM-026",
                    place,
                    "actual",
                    level,
                    "expected",
                    outcome.level().code());
        }
    }
}
