package org.tsunagu.app.membership;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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

    /// Fields that hold the last day of something, for which registers often give the day after it (資格喪失日).
    static final Set<RegisterField> LAST_DAYS = Set.of(COVERED_TO, FORMER_TO);

    /// Where a field stands (項目の列).
    ///
    /// @param column counted from 0
    /// @param minusDays by how many days its dates are too late: a day of loss is the day after the
    /// last one
    record Place(int column, int minusDays) {}

    /// Where each field stands under these headings; a field that is not there is missing. What the insurer has said of
    /// a heading goes before what it usually means.
    static Map<RegisterField, Place> places(List<String> headings, List<OwnColumn> own) {
        var places = new EnumMap<RegisterField, Place>(RegisterField.class);
        for (var column : own) {
            if (!column.field().isEmpty()) {
                at(headings, column.heading())
                        .ifPresent(i -> places.putIfAbsent(valueOf(column.field()), new Place(i, column.minusDays())));
            }
        }
        for (var row : COLUMNS.rows()) {
            var heading = row.text("heading");
            if (own.stream().noneMatch(column -> column.heading().equalsIgnoreCase(heading))) {
                at(headings, heading)
                        .ifPresent(i -> places.putIfAbsent(
                                valueOf(row.text("field")), new Place(i, row.integer("minus_days"))));
            }
        }
        return places;
    }

    private static Optional<Integer> at(List<String> headings, String heading) {
        return IntStream.range(0, headings.size())
                .filter(i -> headings.get(i).strip().equalsIgnoreCase(heading))
                .boxed()
                .findFirst();
    }

    /// The name in message files.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
