package org.tsunagu.checkupformat.problems;

import java.time.LocalDate;
import java.util.Optional;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.PlanPeriod;

/// The header of one document under examination (検査対象のヘッダ部).
///
/// @param isGuidance whether it is a guidance document (hg08)
/// @param serviceDay day of the checkup or guidance, if it lies between the beginning of the programme and the day of
///     reception: whatever is compared with another day is not compared at all
record Subject(Header header, boolean isGuidance, Optional<LocalDate> serviceDay, Findings findings) {

    static Subject of(Header header, boolean isGuidance, LocalDate receivedOn, Findings findings) {
        var day = header.examDay()
                .filter(date -> !date.isBefore(PlanPeriod.FIRST.firstDay()) && !date.isAfter(receivedOn));
        return new Subject(header, isGuidance, day, findings);
    }

    String category() {
        return header.category().text();
    }

    String programme() {
        return header.programme().text();
    }

    /// Reads a date; one that is there but no day of the calendar is CHK-XML-024.
    Optional<LocalDate> date(Field field, String name) {
        var date = Dates.compact(field.text());
        if (date.isEmpty() && !field.isEmpty()) {
            unreal(field, name);
        }
        return date;
    }

    void unreal(Field field, String name) {
        findings.field("CHK-XML-024", field, "item", name, "actual", field.text());
    }

    /// Reports about a field, showing what is written.
    void report(String check, Field field) {
        findings.field(check, field, "actual", Shape.orDash(field.text()));
    }

    /// Reports about a field that may identify a person, showing only its outline.
    void reportOutline(String check, Field field) {
        findings.field(check, field, "actual", Shape.of(field.text()));
    }
}
