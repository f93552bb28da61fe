package org.tsunagu.spark.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.text.Widths;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.measures.mart.MartBatch;
import org.tsunagu.rules.Settings;
import org.tsunagu.rules.eligibility.Eligibility;
import org.tsunagu.rules.eligibility.Enrolment;
import org.tsunagu.rules.eligibility.Member;

/// A register of members (資格台帳の読み取り), CSV as `./tsunagu synthesize` writes it: a row for each year in which a member
/// was
/// insured. Exclusions are not in it.
final class RegisterRows implements Rows {

    private static final String UNUSABLE = "REGISTER-ROW";

    private final Pseudonyms pseudonyms;
    private final MartBatch mart;
    private final int firstYear;
    private final int lastYear;
    private final Eligibility eligibility = Settings.shipped().eligibility(List.of());

    RegisterRows(Pseudonyms pseudonyms, MartBatch mart, int firstYear, int lastYear) {
        this.pseudonyms = pseudonyms;
        this.mart = mart;
        this.firstYear = firstYear;
        this.lastYear = lastYear;
    }

    @Override
    public void read(Path file, Map<String, Long> found) throws IOException, SQLException {
        try (var lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (var line : lines) {
                var birth = day(line, "birth_date");
                var from = day(line, "covered_from");
                if (birth.isEmpty() || from.isEmpty() || birth.get().isAfter(from.get())) {
                    found.merge(UNUSABLE, 1L, Long::sum);
                } else {
                    years(
                            line,
                            new Member(
                                    birth.get(),
                                    List.of(new Enrolment(from.get(), day(line, "covered_to"))),
                                    List.of()));
                }
            }
        }
    }

    private static Optional<LocalDate> day(NamedCsvRecord line, String column) {
        return Dates.iso(Widths.forMatching(line.getField(column)));
    }

    private void years(NamedCsvRecord line, Member member) throws SQLException {
        var insurer = Pseudonyms.insurer(line.getField("insurer_number"));
        var sex = line.getField("sex");
        var person = pseudonyms.person(
                insurer,
                line.getField("symbol"),
                line.getField("number"),
                member.birth().toString(),
                sex);
        for (var number = firstYear; number <= lastYear; number++) {
            var year = new FiscalYear(number);
            if (isInsuredIn(member, year) && eligibility.covers(year)) {
                var standing = eligibility.standing(member, year);
                mart.rows("person_year")
                        .row()
                        .text(person)
                        .text(insurer)
                        .number(number)
                        .text(sex)
                        .number(standing.age())
                        .text(line.getField("kind"))
                        .text(line.getField("employer"))
                        .text("")
                        .number(months(member, year))
                        .truth(standing.target().value())
                        .truth(standing.inDenominator().value())
                        .text("")
                        .text(Certainty.weakest(Stream.of(
                                        standing.target().certainty(),
                                        standing.inDenominator().certainty()))
                                .name()
                                .toLowerCase(Locale.ROOT));
            }
        }
    }

    private static boolean isInsuredIn(Member member, FiscalYear year) {
        var time = member.enrolments().getFirst();
        return !time.firstDay().isAfter(year.lastDay())
                && time.lastDay().filter(year.firstDay()::isAfter).isEmpty();
    }

    /// Months on whose first day the member was insured.
    private static int months(Member member, FiscalYear year) {
        return (int) Stream.iterate(year.firstDay(), day -> !day.isAfter(year.lastDay()), day -> day.plusMonths(1))
                .filter(member::isEnrolledOn)
                .count();
    }
}
