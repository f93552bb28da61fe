package org.tsunagu.app.membership;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tsunagu.codes.table.Table;

/// A field of the register (資格台帳の項目); the headings it is known by are in `register-columns.tsv`.
enum RegisterField {
    REGISTER_KEY,
    SYMBOL,
    NUMBER,
    BRANCH,
    KIND,
    RELATION,
    NAME,
    KANA,
    SEX,
    BIRTH,
    POSTAL_CODE,
    ADDRESS,
    PHONE,
    EMPLOYER,
    COVERED_FROM,
    COVERED_TO,
    REASON,
    FORMER_INSURER,
    FORMER_FROM,
    FORMER_TO,
    NEXT_INSURER;

    private static final Table COLUMNS =
            Table.read("membership/register-columns", RegisterField.class.getResourceAsStream("register-columns.tsv"));

    /// Fields without which a line cannot be taken.
    static final List<RegisterField> NEEDED = List.of(NAME, KANA, SEX, BIRTH, NUMBER, COVERED_FROM);

    /// Where a field stands (項目の列).
    ///
    /// @param column counted from 0
    /// @param minusDays by how many days its dates are too late: a day of loss is the day after the
    /// last one
    record Place(int column, int minusDays) {}

    /// Where each field stands under these headings; a field that is not there is missing.
    static Map<RegisterField, Place> places(List<String> headings) {
        var places = new EnumMap<RegisterField, Place>(RegisterField.class);
        for (var row : COLUMNS.rows()) {
            for (var i = 0; i < headings.size(); i++) {
                if (headings.get(i).strip().equalsIgnoreCase(row.text("heading"))) {
                    places.putIfAbsent(valueOf(row.text("field")), new Place(i, row.integer("minus_days")));
                }
            }
        }
        return places;
    }

    /// The name in message files.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
