package org.tsunagu.codes.item;

import org.tsunagu.codes.table.Row;

/// An item of the guidance document (特定保健指導情報の項目, 付属3), one row of `guidance-items.tsv`. The same code means another
/// thing in another section: an item is a code within a section.
///
/// @param index place in the table, from 0
/// @param section code of the section, `90010` to `90080`
/// @param code ten digits
/// @param nameJa 項目名
/// @param nameEn English name
/// @param role what the item is in any section, for programs: `weight`, `diet`, `points`
/// @param carrier how the document carries it
/// @param type type of the value, `PQ`, `INT`, `CD`, `ST`; empty when it is not written as a value
/// @param actMood mood of the act around it
/// @param mood mood of the observation: `EVN` done, `INT` planned, `GOL` target; empty when there is no observation
/// @param maxBytes longest text, full width counting 2; 0 for no limit
/// @param unit of a number; empty for none
/// @param codeSystem of a code; empty for none
/// @param row the row of the table
public record GuidanceItem(
        int index,
        String section,
        String code,
        String nameJa,
        String nameEn,
        String role,
        Carrier carrier,
        String type,
        String actMood,
        String mood,
        int maxBytes,
        String unit,
        String codeSystem,
        Row row) {

    /// How a document carries an item (記録場所).
    public enum Carrier {
        /// The `value` of an observation.
        VALUE,
        /// Minutes in the `effectiveTime` of an observation.
        MINUTES,
        /// The date of the session.
        DATE,
        /// The form of the session (支援形態).
        FORM,
        /// Who held the session (実施者).
        STAFF
    }

    static GuidanceItem of(int index, Row row) {
        return new GuidanceItem(
                index,
                row.text("section"),
                row.text("code"),
                row.text("name_ja"),
                row.text("name_en"),
                row.text("role"),
                carrier(row.text("carried_as")),
                row.text("type"),
                row.text("act_mood"),
                row.text("mood"),
                row.text("max_bytes").isEmpty() ? 0 : row.integer("max_bytes"),
                row.text("unit"),
                row.text("code_system"),
                row);
    }

    private static Carrier carrier(String word) {
        return switch (word) {
            case "value" -> Carrier.VALUE;
            case "minutes" -> Carrier.MINUTES;
            case "date" -> Carrier.DATE;
            case "form" -> Carrier.FORM;
            case "staff" -> Carrier.STAFF;
            default -> throw new IllegalArgumentException("no way to carry an item: " + word);
        };
    }

    /// What a kind of document demands of the item for a kind of guidance, in the words of the table: `required`,
    /// `if_obtained` and so on; empty when the item has no place there.
    ///
    /// @param document `first` (開始時), `second` (実績評価時) or `report` (国への報告)
    /// @param level `active`, `motivational` or `equivalent`
    public String requirement(String document, String level) {
        return row.text(document + "_" + level);
    }
}
