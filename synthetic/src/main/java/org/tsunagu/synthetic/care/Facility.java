package org.tsunagu.synthetic.care;

import org.tsunagu.codes.table.Row;

/// An invented place of care (架空の保険医療機関・薬局), a row of `facilities.tsv`.
///
/// @param code seven digits
/// @param isOutside whether its prescriptions go to a pharmacy (院外処方)
/// @param isDpc whether it is paid by diagnosis group
/// @param beds empty for those without
public record Facility(
        String id,
        Specialty specialty,
        String code,
        String name,
        int weight,
        boolean isOutside,
        boolean isDpc,
        String beds) {

    /// A prefecture that does not exist.
    public static final String PREFECTURE = "99";

    static Facility of(Row row) {
        return new Facility(
                row.key(),
                Specialty.valueOf(row.text("specialty")),
                row.text("code"),
                row.text("name"),
                row.integer("weight"),
                row.integer("outside") == 1,
                row.integer("dpc") == 1,
                row.text("beds"));
    }
}
