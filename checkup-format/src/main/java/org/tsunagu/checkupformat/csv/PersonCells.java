package org.tsunagu.checkupformat.csv;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.codes.facility.FacilityNumber;
import org.tsunagu.codes.insurer.InsurerNumber;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.text.Widths;
import org.tsunagu.codes.ticket.TicketNumber;
import org.tsunagu.codes.time.Dates;

/// Reads the cells that say who was examined, where and when (受診者・機関のセル), and gives them the form of the national
/// format. What cannot be read is reported and kept as written.
final class PersonCells {

    private static final Pattern POSTAL_CODE = Pattern.compile("(\\d{3})-?(\\d{4})");
    private static final Pattern BRANCH = Pattern.compile("\\d{1,2}");

    private final CsvProblems problems;

    PersonCells(CsvProblems problems) {
        this.problems = problems;
    }

    /// The field a cell gives; [Field#ABSENT] for an empty one.
    Field read(Column column, Target target, Cell cell) {
        if (cell.isEmpty()) {
            return Field.ABSENT;
        }
        var text = column.translated(cell.plain());
        var read = switch (target) {
            case INSURER_NUMBER ->
                InsurerNumber.of(text).map(InsurerNumber::digits).orElse("");
            case SYMBOL, NUMBER -> insured(column, cell);
            case BRANCH -> BRANCH.matcher(text).matches() ? (text.length() == 1 ? "0" + text : text) : "";
            case NAME_KANA -> name(cell);
            case SEX -> Sex.of(text).map(Sex::code).orElse("");
            case BIRTH_DATE, EXAM_DATE, CREATED_DATE ->
                column.format().date(text).map(Dates::compact).orElse("");
            case POSTAL_CODE -> postalCode(text);
            case FACILITY_NUMBER ->
                FacilityNumber.of(text).map(FacilityNumber::digits).orElse("");
            case TICKET_NUMBER ->
                TicketNumber.of(text).map(TicketNumber::digits).orElse("");
            case ADDRESS, FACILITY_NAME, PERSON_COUNT, ITEMS, IGNORED -> cell.written();
        };
        if (read.isEmpty() || read.indexOf('\ufffd') >= 0) {
            problems.value(column, cell);
        }
        return new Field(read.isEmpty() ? cell.written() : read, cell.line(), cell.column());
    }

    /// Symbols and numbers stay in the width they have; only the zeros that fill a field are taken off.
    private static String insured(Column column, Cell cell) {
        if (column.format() != ValueFormat.PADDED) {
            return cell.written();
        }
        var from = 0;
        while (from < cell.written().length() - 1 && "0０".indexOf(cell.written().charAt(from)) >= 0) {
            from++;
        }
        return cell.written().substring(from);
    }

    /// Half-width katakana and spaces become what the format asks for; any other name stays as written.
    private static String name(Cell cell) {
        var kana = Normalizer.normalize(cell.written(), Normalizer.Form.NFKC)
                .replace(" ", "")
                .replace('-', 'ー');
        return Widths.isKatakanaName(kana) ? kana : cell.written();
    }

    private static String postalCode(String text) {
        var parts = POSTAL_CODE.matcher(text);
        return parts.matches() ? parts.group(1) + "-" + parts.group(2) : "";
    }
}
