package org.tsunagu.fhir.checkup;

import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.codes.time.Dates;

/// Dates of the national format in FHIR (日付).
final class Days {

    private static final String MIDNIGHT = "T00:00:00+09:00";
    private static final int DAY = 10;

    private Days() {}

    /// `2024-05-10` for `20240510`; empty for what is not a day.
    static String iso(Field compact) {
        return Dates.compact(compact.text()).map(Object::toString).orElse("");
    }

    /// The first moment of a day in Japan; empty for what is not a day.
    static String instant(Field compact) {
        var day = iso(compact);
        return day.isEmpty() ? "" : day + MIDNIGHT;
    }

    /// `20240510` for a FHIR date or time as written, whose day is that of its place; empty for a year or month alone.
    static Field compact(String written) {
        var day = written.length() < DAY ? "" : written.substring(0, DAY).replace("-", "");
        return day.isEmpty() ? Field.ABSENT : Field.of(day);
    }
}
