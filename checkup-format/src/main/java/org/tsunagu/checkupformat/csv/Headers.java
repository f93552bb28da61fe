package org.tsunagu.checkupformat.csv;

import java.util.List;
import java.util.Map;
import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.checkupformat.document.Ticket;
import org.tsunagu.codes.time.Dates;

/// Makes the header of a document (ヘッダ部) from the cells of a row.
final class Headers {

    private static final String ROOT = "1.2.392.200119.6.";

    private Headers() {}

    static Header of(Map<Target, Field> cells, CsvSettings settings) {
        var facility = new Organization(
                cell(cells, Target.FACILITY_NUMBER), cell(cells, Target.FACILITY_NAME), Field.ABSENT, Address.ABSENT);
        var created =
                settings.created().map(day -> Field.of(Dates.compact(day))).orElse(cell(cells, Target.CREATED_DATE));
        return new Header(
                Field.of("2.16.840.1.113883.1.3"),
                Field.of("POCD_HD000040"),
                Field.of(settings.category()),
                Field.of(ROOT + "1001"),
                created,
                patient(cells),
                created,
                facility,
                tickets(cells),
                Field.of(settings.programme()),
                Field.of(ROOT + "1002"),
                cell(cells, Target.EXAM_DATE),
                facility);
    }

    private static Patient patient(Map<Target, Field> cells) {
        var sex = cell(cells, Target.SEX);
        return new Patient(
                cell(cells, Target.INSURER_NUMBER),
                cell(cells, Target.SYMBOL),
                cell(cells, Target.NUMBER),
                cell(cells, Target.BRANCH),
                cell(cells, Target.NAME_KANA),
                sex,
                sex.isThere() ? Field.of(ROOT + "1104") : Field.ABSENT,
                cell(cells, Target.BIRTH_DATE),
                new Address(cell(cells, Target.ADDRESS), cell(cells, Target.POSTAL_CODE)));
    }

    private static List<Ticket> tickets(Map<Target, Field> cells) {
        var number = cell(cells, Target.TICKET_NUMBER);
        var insurer = cell(cells, Target.INSURER_NUMBER);
        return number.isThere()
                ? List.of(new Ticket(
                        Field.of("1"), Field.ABSENT, number, Field.of(ROOT + "209.1" + insurer.text()), insurer))
                : List.of();
    }

    private static Field cell(Map<Target, Field> cells, Target target) {
        return cells.getOrDefault(target, Field.ABSENT);
    }
}
