package org.tsunagu.spark.ingest;

import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tsunagu.checkupformat.archive.ArchiveEntry;
import org.tsunagu.checkupformat.archive.ArchiveLimits;
import org.tsunagu.checkupformat.archive.ArchiveReader;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.checkupformat.problems.DocumentChecks;
import org.tsunagu.checkupformat.problems.ReceptionContext;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Decimals;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.measures.mart.MartBatch;
import org.tsunagu.measures.mart.MartRows;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judgement;
import org.tsunagu.rules.Judging;
import org.tsunagu.rules.Settings;
import org.tsunagu.rules.band.Bands;
import org.tsunagu.rules.eligibility.Eligibility;
import org.tsunagu.rules.mark.Marks;

/// The documents of an archive (健診結果の読み取り): read, checked, judged. What a check refuses is counted and left out.
final class CheckupRows implements Rows {

    private static final int DIGITS = 3;
    private static final int LARGEST = 9;
    private static final int DAY_BITS = 47;
    private static final int DAYS = 0xFFFF;

    /// Values with a unit have a mean.
    private static final Set<String> MEASURED = Bands.measured();

    private final Pseudonyms pseudonyms;
    private final MartBatch mart;
    private final Items items = Items.shipped();
    private final Judging judging = Judging.shipped();
    private final Marks marks = Marks.shipped();
    private final Eligibility eligibility;
    private final DocumentChecks checks;
    private final DocumentReader reader = new DocumentReader(items, XmlLimits.standard());

    CheckupRows(Pseudonyms pseudonyms, MartBatch mart, LocalDate received) {
        this.pseudonyms = pseudonyms;
        this.mart = mart;
        this.eligibility = Settings.shipped().eligibility(List.of());
        this.checks = new DocumentChecks(items, ReceptionContext.on(received));
    }

    @Override
    public void read(Path file, Map<String, Long> found) throws IOException, SQLException {
        var refusals = new ArrayList<String>();
        var reporter = new Reporter(CheckupCatalogue.shipped(), problem -> {
            found.merge(problem.code(), 1L, Long::sum);
            if (problem.severity().refuses()) {
                refusals.add(problem.code());
            }
        });
        var entries = new ArrayList<ArchiveEntry>();
        var opened = ArchiveReader.open(file, file.toString(), ArchiveLimits.standard(), reporter);
        if (opened.isPresent()) {
            try (var archive = opened.get()) {
                archive.forEach(entries::add);
                for (var entry : entries) {
                    if (entry.kind() == EntryKind.DATA) {
                        refusals.clear();
                        document(archive, entry, Place.of(file.toString(), entry.name()), reporter, refusals);
                    }
                }
            }
        }
    }

    private void document(
            ArchiveReader archive, ArchiveEntry entry, Place place, Reporter reporter, List<String> refusals)
            throws SQLException {
        var content = archive.read(entry, reporter).flatMap(bytes -> reader.read(bytes, place, reporter));
        if (content.isPresent() && content.get() instanceof CheckupDocument document) {
            checks.check(document, place, reporter);
            var header = document.header();
            var day = header.examDay();
            if (refusals.isEmpty()
                    && header.sex().isPresent()
                    && header.birthDay().isPresent()
                    && day.isPresent()
                    && judging.covers(day.get())) {
                judge(
                        document,
                        new Examinee(header.sex().get(), header.birthDay().get(), day.get()));
            }
        }
    }

    /// Whose result it is (結果の主): the cells with which its rows begin.
    private record Owner(long checkup, String person, String insurer, int year) {
        MartRows row(MartRows rows) throws SQLException {
            return rows.row().big(checkup).text(person).text(insurer).number(year);
        }
    }

    private void judge(CheckupDocument document, Examinee examinee) throws SQLException {
        var values = document.values(items);
        var judgement = judging.judge(examinee, values);
        var owner = owner(document, examinee);
        checkup(owner, document, examinee, judgement);
        results(owner, judgement);
        marks(owner, examinee, values, judgement);
    }

    private Owner owner(CheckupDocument document, Examinee examinee) {
        var patient = document.header().patient();
        var insurer = Pseudonyms.insurer(patient.insurerNumber().text());
        var person = pseudonyms.person(
                insurer,
                patient.symbol().text(),
                patient.number().text(),
                examinee.birth().toString(),
                examinee.sex().code());
        return new Owner(
                id(document, person), person, insurer, examinee.fiscalYear().year());
    }

    /// The same document has the same number wherever it comes from; of two documents of one examination the one made
    /// later has the larger.
    private long id(CheckupDocument document, String person) {
        var header = document.header();
        var created = header.created().text();
        var day = Dates.compact(created).map(LocalDate::toEpochDay).orElse(0L) & DAYS;
        var facility = header.performer().number().text();
        var number = pseudonyms.number(person, header.examDate().text(), facility, created);
        return day << DAY_BITS | number >>> (Long.SIZE - 1 - DAY_BITS);
    }

    /// Which of several the person counts with is decided when all files are known.
    private void checkup(Owner owner, CheckupDocument document, Examinee examinee, Judgement judgement)
            throws SQLException {
        var mayCount = judgement.complete().value() && isOfTheAges(examinee);
        var level = judgement.level().value();
        owner.row(mart.rows("checkup"))
                .day(examinee.examDate())
                .truth(mayCount)
                .text(document.header().performer().number().text())
                .text(judgement.metabolic().value().code())
                .text(level.code())
                .truth(mayCount && level.isGuidanceTarget())
                .text(word(Certainty.weakest(Stream.of(
                        judgement.metabolic().certainty(), judgement.level().certainty()))));
    }

    private boolean isOfTheAges(Examinee examinee) {
        return eligibility.covers(examinee.fiscalYear())
                && eligibility.birthsOfTargets(examinee.fiscalYear()).includes(examinee.birth());
    }

    private void results(Owner owner, Judgement judgement) throws SQLException {
        for (var band : judgement.bands()) {
            var number = Decimals.parse(band.value());
            if (number != null && MEASURED.contains(band.item()) && number.precision() - number.scale() <= LARGEST) {
                owner.row(mart.rows("result"))
                        .text(band.item().toLowerCase(Locale.ROOT))
                        .decimal(number.setScale(DIGITS, RoundingMode.HALF_UP));
            }
        }
    }

    private void marks(Owner owner, Examinee examinee, CheckupValues values, Judgement judgement) throws SQLException {
        for (var mark : marks.of(examinee.examDate(), values, judgement.bands())) {
            owner.row(mart.rows("mark")).text(mark.mark()).truth(mark.holds()).text(word(mark.certainty()));
        }
    }

    private static String word(Certainty certainty) {
        return certainty.name().toLowerCase(Locale.ROOT);
    }
}
