package org.tsunagu.cli.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Ticket;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.rules.Judgement;

/// The row of a document in `documents.csv` (書類の行). The status is not known yet when it is written: the archive has its
/// say, so the row comes in two parts.
record DocumentRows(String kind, Header header, Optional<Judgement> judgement, Reported reported) {

    static final List<String> COLUMNS = List.of(
            "archive",
            "entry",
            "kind",
            "period",
            "status",
            "insurer_number",
            "symbol",
            "number",
            "branch",
            "name_kana",
            "sex",
            "birth_date",
            "postal_code",
            "facility_number",
            "ticket_number",
            "exam_date",
            "fiscal_year",
            "age",
            "metabolic",
            "metabolic_reported",
            "level",
            "level_reported",
            "certainty");

    private static final int STATUS = COLUMNS.indexOf("status");
    private static final String CHECKUP = "hc08";

    /// Writes the row of a document that could not be read.
    ///
    /// @return where the status is to stand
    static int writeUnreadable(String kind, Place place, CsvBytes csv) {
        csv.cell(place.file()).cell(place.entry()).cell(kind).empty();
        var statusAt = csv.length();
        for (var column = STATUS + 1; column < COLUMNS.size(); column++) {
            csv.empty();
        }
        csv.endRow();
        return statusAt;
    }

    /// Writes the row of a document.
    ///
    /// @return where the status is to stand
    int write(Place place, CsvBytes csv) {
        var exam = header.examDay();
        var birth = header.birthDay();
        csv.cell(place.file()).cell(place.entry()).cell(kind);
        csv.cell(exam.flatMap(PlanPeriod::find)
                .map(period -> Integer.toString(period.number()))
                .orElse(""));
        var statusAt = csv.length();
        person(birth, csv);
        csv.cell(facility().text()).cell(ticket()).cell(day(exam, header.examDate()));
        csv.cell(exam.map(day -> Integer.toString(FiscalYear.containing(day).year()))
                .orElse(""));
        csv.cell(age(exam, birth));
        csv.cell(judgement.map(Judged::metabolic).orElse("")).cell(reported.metabolicCode());
        csv.cell(judgement.map(Judged::level).orElse("")).cell(reported.levelCode());
        csv.cell(judgement.map(Judged::certainty).map(Words::of).orElse(""));
        csv.endRow();
        return statusAt;
    }

    private void person(Optional<LocalDate> birth, CsvBytes csv) {
        var patient = header.patient();
        csv.cell(patient.insurerNumber().text())
                .cell(patient.symbol().text())
                .cell(patient.number().text())
                .cell(patient.branch().text())
                .cell(patient.name().text())
                .cell(patient.sex().text())
                .cell(day(birth, patient.birth()))
                .cell(patient.address().postalCode().text());
    }

    private static String day(Optional<LocalDate> day, Field written) {
        return day.map(LocalDate::toString).orElse(written.text());
    }

    private Field facility() {
        var performer = header.performer().number();
        return performer.isEmpty() ? header.author().number() : performer;
    }

    /// The ticket this kind of document is about, else any there is.
    private String ticket() {
        var function = kind.equals(CHECKUP) ? "1" : "2";
        return header.tickets().stream()
                .filter(ticket -> ticket.function().text().equals(function))
                .findFirst()
                .or(() -> header.tickets().stream().findFirst())
                .map(Ticket::number)
                .map(Field::text)
                .orElse("");
    }

    private String age(Optional<LocalDate> exam, Optional<LocalDate> birth) {
        if (judgement.isPresent()) {
            return age(judgement.get().age());
        }
        return exam.isEmpty() || birth.isEmpty()
                ? ""
                : age(FiscalYear.containing(exam.get()).ageOf(birth.get()));
    }

    /// Nobody is examined before birth: such a date is a defect, not an age.
    private static String age(int years) {
        return years < 0 ? "" : Integer.toString(years);
    }
}
