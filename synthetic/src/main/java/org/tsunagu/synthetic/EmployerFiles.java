package org.tsunagu.synthetic;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.item.ValueState;
import org.tsunagu.codes.text.Messages;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.checkups.Checkups;
import org.tsunagu.synthetic.checkups.Sheets;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.people.Attendance;
import org.tsunagu.synthetic.people.Kind;
import org.tsunagu.synthetic.people.Member;
import org.tsunagu.synthetic.people.Visit;
import org.tsunagu.synthetic.world.Employer;
import org.tsunagu.synthetic.world.World;

/// Lists of employer checkups (事業主健診CSV) of the last year, in the column layout `tsunagu`: employees who did not come
/// to the insurer's own checkup, also those under 40. Some employers deliver in windows-31j.
final class EmployerFiles {
    private static final List<String> PERSON = List.of(
            "id",
            "insurer_number",
            "symbol",
            "number",
            "branch",
            "name_kana",
            "sex",
            "birth_date",
            "postal_code",
            "address",
            "exam_date",
            "facility_number",
            "facility_name");
    private static final int ADULT = 18;
    private static final int SEASON = 90;

    private final Options options;
    private final Checkups checkups;
    private final Sheets sheets;
    private final Attendance attendance;
    private final World world;
    private final Messages words =
            Messages.read("words.properties", EmployerFiles.class.getResourceAsStream("words.properties"));
    private final Assumptions assumptions =
            Assumptions.read("assumptions", EmployerFiles.class.getResourceAsStream("assumptions.tsv"));

    EmployerFiles(Options options, Checkups checkups, Sheets sheets, Attendance attendance, World world) {
        this.options = options;
        this.checkups = checkups;
        this.sheets = sheets;
        this.attendance = attendance;
        this.world = world;
    }

    long write(List<Member> members, Progress progress) throws IOException {
        var rows = 0L;
        var year = new FiscalYear(options.lastYear());
        var delivering = world.employers().stream().filter(Employer::delivers).toList();
        for (var employer : delivering) {
            var visits = members.stream()
                    .filter(m ->
                            m.kind() == Kind.SECOND && m.household().employer().equals(employer))
                    .flatMap(m -> visit(m, year).stream())
                    .toList();
            if (!visits.isEmpty()) {
                var file =
                        options.out().resolve("employers").resolve("%s-%d.csv".formatted(employer.id(), year.year()));
                Finished.write(file, table(visits), Charset.forName(employer.csv()));
                rows += visits.size();
            }
            progress.at("employers", delivering.indexOf(employer) + 1L, delivering.size());
        }
        return rows;
    }

    private Optional<Visit> visit(Member member, FiscalYear year) {
        var draw = Draw.of(options.seed(), "employer checkup", member.id(), year.year());
        var date = year.firstDay().plusDays(draw.below(SEASON));
        var comes = draw.chance(assumptions.get("employer_checkup"));
        var institution = world.institution(draw.uniform());
        return comes
                        && isEmployee(member, date)
                        && attendance.visit(member, year).isEmpty()
                ? Optional.of(new Visit(member, date, institution))
                : Optional.empty();
    }

    private static boolean isEmployee(Member member, LocalDate date) {
        return member.isInsuredOn(date) && Dates.age(member.birth(), date) >= ADULT;
    }

    private String table(List<Visit> visits) {
        var sheetsOfAll = visits.parallelStream()
                .map(visit ->
                        sheets.write(checkups.of(visit), visit.institution()).observations())
                .toList();
        var items = new LinkedHashSet<String>();
        sheetsOfAll.forEach(sheet -> sheet.forEach(observation -> items.add(observation.code())));
        var csv = new StringBuilder(
                        Stream.concat(PERSON.stream(), items.stream()).collect(Collectors.joining(",")))
                .append("\r\n");
        for (var i = 0; i < visits.size(); i++) {
            var cells = new ArrayList<>(person(visits.get(i)));
            for (var item : items) {
                cells.add(cell(sheetsOfAll.get(i), item));
            }
            csv.append(String.join(",", cells)).append("\r\n");
        }
        return csv.toString();
    }

    private List<String> person(Visit visit) {
        var member = visit.member();
        var household = member.household();
        return List.of(
                Integer.toString(member.id()),
                options.insurer(),
                household.symbol(),
                household.number(),
                member.branch(),
                member.name().kana(),
                member.sex().code(),
                member.birth().toString(),
                household.place().postalCode(),
                household.place().address(),
                visit.date().toString(),
                visit.institution().number().digits(),
                visit.institution().name());
    }

    private String cell(List<Observation> sheet, String item) {
        return sheet.stream()
                .filter(observation -> observation.code().equals(item))
                .findFirst()
                .map(this::cell)
                .orElse("");
    }

    private String cell(Observation observation) {
        var state = observation.state();
        var result = observation.result();
        var text = result == null ? "" : result.text();
        return switch (state) {
            case NOT_PERFORMED, NOT_MEASURABLE, ABOVE_RANGE, BELOW_RANGE -> text + words.text(state.word());
            case MEASURED, EMPTY, ABSENT -> text;
        };
    }

    /// States that need a word of their own in a cell.
    static List<ValueState> wordedStates() {
        return List.of(
                ValueState.NOT_PERFORMED, ValueState.NOT_MEASURABLE, ValueState.ABOVE_RANGE, ValueState.BELOW_RANGE);
    }
}
