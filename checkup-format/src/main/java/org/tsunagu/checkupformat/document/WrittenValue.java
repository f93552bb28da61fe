package org.tsunagu.checkupformat.document;

/// One `value` element of an observation as written (値).
///
/// @param type `xsi:type` as written: `PQ`, `CD`, `CO`, `ST`; empty when not given
/// @param text the number, the code or the text
/// @param unit of a number
/// @param codeSystem of a code
/// @param nullFlavor `NI` for not measurable; empty for none
public record WrittenValue(String type, String text, String unit, String codeSystem, String nullFlavor) {

    /// Code system of the marks H and L beside a number outside the input range (入力範囲外).
    public static final String RANGE_MARK_SYSTEM = "2.16.840.1.113883.5.83";

    /// Whether this is the mark H or L beside a number, not a result of its own.
    public boolean isRangeMark() {
        return text.length() == 1 && (text.equals("H") || text.equals("L")) && codeSystem.equals(RANGE_MARK_SYSTEM);
    }
}
