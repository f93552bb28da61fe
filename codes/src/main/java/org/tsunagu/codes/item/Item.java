package org.tsunagu.codes.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.time.Validity;

/// One checkup item (健診項目): a row of `items.tsv`, Annex 2 of the national format with its earlier and additional
/// items. Codes keep their meaning for good; which items a document may hold depends on its checkup date.
///
/// @param index position in the master, dense from 0: the key of [CheckupValues]
/// @param code the 17-digit item code
/// @param integerDigits digits before the point of a number, or of a code; 0 when the format does not say
/// @param decimals digits after the point; 0 for whole numbers and when the format does not say
/// @param maxValue largest number the format holds; absent when it does not say
/// @param maxBytes longest text in legacy bytes, full width counting 2; 0 when there is no limit
/// @param unit unit exactly as `value/@unit` must be; empty for none
/// @param displayUnit unit for paper
/// @param oneOf group of which one item is required; empty for none
/// @param codeSystem code system (OID) of the answer in force today; earlier ones in [Items#codeSystem]
/// @param inputRange numbers that may be written without the mark H or L
/// @param dependsOn item whose code 1 makes this one required; empty for none
/// @param doctorNameItem item that holds the name of the doctor who gave this one; empty for none
/// @param isDoctorName whether this item is written as `author`, never as an observation
/// @param validity checkup dates on which the item exists
public record Item(
        int index,
        String code,
        String nameJa,
        String nameEn,
        ValueType type,
        int integerDigits,
        int decimals,
        @Nullable BigDecimal maxValue,
        int maxBytes,
        String unit,
        String displayUnit,
        Requirement requirement,
        String oneOf,
        DetailedGroup group,
        String dependsOn,
        String doctorNameItem,
        boolean isDoctorName,
        String codeSystem,
        AbnormalCode abnormal,
        Range inputRange,
        Range referenceMale,
        Range referenceFemale,
        Annex annex,
        Validity validity,
        Row row) {

    /// Where an item is defined (項目表).
    public enum Annex {
        /// Annex 2 of the national format (付属2).
        ANNEX2,
        /// Commonly added, with a JLAC10 code (任意追加項目).
        ADDITIONAL,
        /// Commonly added, with a code local to the sender (ローカルコード).
        LOCAL
    }

    /// The series an item is written in (一連検査グループ); `group` is empty for an item that stands alone.
    ///
    /// @param group code that names the series
    /// @param relation COMP for results, RSON for target person and reason
    /// @param role result, target_person, reason
    public record DetailedGroup(String group, String relation, String role) {}

    /// When a code is abnormal (異常値): operator `=`, `>=` or `!=` and the code; both empty when the table does not say.
    public record AbnormalCode(String operator, String code) {

        /// Whether this code is abnormal.
        public boolean matches(String value) {
            return switch (operator) {
                case "=" -> value.equals(code);
                case ">=" -> value.compareTo(code) >= 0;
                case "!=" -> !value.equals(code);
                default -> false;
            };
        }
    }

    static Item of(int index, Row row) {
        return new Item(
                index,
                row.key(),
                row.text("name_ja"),
                row.text("name_en"),
                ValueType.valueOf(row.text("type")),
                count(row, "integer_digits"),
                count(row, "decimals"),
                row.decimal("max_value").orElse(null),
                count(row, "max_bytes"),
                row.text("unit"),
                row.text("display_unit"),
                Requirement.of(row.text("requirement")),
                row.text("one_of"),
                new DetailedGroup(row.text("detailed_group"), row.text("relation"), row.text("role")),
                row.text("depends_on"),
                row.text("doctor_name_item"),
                row.text("is_doctor_name").equals("1"),
                row.text("code_system"),
                new AbnormalCode(row.text("abnormal_op"), row.text("abnormal_value")),
                Range.of(row, "input_low", "input_high"),
                Range.of(row, "ref_low_m", "ref_high_m"),
                Range.of(row, "ref_low_f", "ref_high_f"),
                Annex.valueOf(row.text("annex")),
                row.validity(),
                row);
    }

    private static int count(Row row, String column) {
        var cell = row.text(column);
        return cell.isEmpty() ? 0 : Integer.parseInt(cell);
    }

    /// Whether the item exists on a checkup date.
    public boolean existsOn(LocalDate checkup) {
        return validity.includes(checkup);
    }

    /// The default reference range (基準範囲) for a sex; the range in the document goes before it.
    public Range reference(Sex sex) {
        return sex == Sex.MALE ? referenceMale : referenceFemale;
    }
}
