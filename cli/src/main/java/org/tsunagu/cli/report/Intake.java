package org.tsunagu.cli.report;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.cli.check.CheckedDocument;
import org.tsunagu.cli.check.CheckedDocument.Status;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Severity;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.codes.time.PlanPeriod;

/// Counts what was read (読み込んだもの).
final class Intake {

    private static final int MOST_PEOPLE = 1_000_000;
    private static final int MOST_FILES = 100_000;

    private final Distinct people = new Distinct(MOST_PEOPLE);
    private final Distinct archives = new Distinct(MOST_FILES);
    private final Distinct looseFiles = new Distinct(MOST_FILES);
    private final Distinct refusedFiles = new Distinct(MOST_FILES);
    private final Map<Status, Long> statuses = new EnumMap<>(Status.class);
    private final Map<FiscalYear, Long> years = new TreeMap<>();
    private final Map<PlanPeriod, Long> periods = new EnumMap<>(PlanPeriod.class);
    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MIN;
    private long documents;
    private long judged;

    void add(CheckedDocument document) {
        documents++;
        file(document.archive(), document.entry());
        statuses.merge(document.status(), 1L, Long::sum);
        document.header().ifPresent(this::add);
        document.judgement().ifPresent(judgement -> {
            judged++;
            years.merge(judgement.fiscalYear(), 1L, Long::sum);
            periods.merge(judgement.period(), 1L, Long::sum);
        });
    }

    private void add(Header header) {
        var patient = header.patient();
        // Without a branch number the members of a family share symbol and number.
        people.add(
                patient.insurerNumber().text(),
                patient.symbol().text(),
                patient.number().text(),
                patient.branch().isEmpty()
                        ? patient.birth().text()
                        : patient.branch().text());
        header.examDay().ifPresent(this::exam);
    }

    private void exam(LocalDate day) {
        first = day.isBefore(first) ? day : first;
        last = day.isAfter(last) ? day : last;
    }

    void addFileProblem(Problem problem) {
        var place = problem.place();
        file(place.file(), place.entry());
        if (problem.severity() == Severity.REFUSES_FILE) {
            refusedFiles.add(place.file());
        }
    }

    private void file(String file, String entry) {
        if (entry.isEmpty() && file.regionMatches(true, file.length() - 4, ".xml", 0, 4)) {
            looseFiles.add(file);
        } else {
            archives.add(file);
        }
    }

    Distinct people() {
        return people;
    }

    Distinct archives() {
        return archives;
    }

    Distinct looseFiles() {
        return looseFiles;
    }

    Distinct refusedFiles() {
        return refusedFiles;
    }

    long documents() {
        return documents;
    }

    long judged() {
        return judged;
    }

    long count(Status status) {
        return statuses.getOrDefault(status, 0L);
    }

    Map<FiscalYear, Long> years() {
        return years;
    }

    Map<PlanPeriod, Long> periods() {
        return periods;
    }

    /// Whether there was any date of a checkup at all.
    boolean hasDates() {
        return !last.isBefore(first);
    }

    LocalDate first() {
        return first;
    }

    LocalDate last() {
        return last;
    }
}
