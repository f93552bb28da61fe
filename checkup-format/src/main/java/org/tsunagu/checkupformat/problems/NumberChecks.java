package org.tsunagu.checkupformat.problems;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.ReferenceRange;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.Item;

/// The checks of one measured number (数値のチェック): unit, digits, input range, reference range.
final class NumberChecks {

    /// What CDA takes a missing unit for.
    private static final String NO_UNIT = "1";

    /// Checks a number.
    ///
    /// @return whether there is nothing to say
    boolean check(Observation observation, WrittenValue value, Item item, Findings findings) {
        if (value.text().isEmpty()) {
            findings.result("CHK-ITM-013", observation);
            return false;
        }
        if (!unitFits(value.unit(), item)) {
            findings.result("CHK-ITM-005", observation, "actual", Shape.orDash(value.unit()), "expected", item.unit());
            return false;
        }
        var number = value.number();
        if (number == null) {
            findings.result("CHK-ITM-004", observation, "actual", value.text(), "expected", "PQ");
            return false;
        }
        return digits(observation, value.text(), item, findings)
                && inputRange(observation, number, item, findings)
                && decimals(observation, value.text(), item, findings)
                && reference(observation, value, number, findings);
    }

    private static boolean unitFits(String unit, Item item) {
        if (unit.equals(item.unit())) {
            return true;
        }
        // Of additional items the table does not always know the unit.
        return item.unit().isEmpty() && (unit.equals(NO_UNIT) || item.annex() != Item.Annex.ANNEX2);
    }

    private static boolean digits(Observation observation, String text, Item item, Findings findings) {
        if (item.integerDigits() == 0 || integerDigits(text) <= item.integerDigits()) {
            return true;
        }
        findings.result("CHK-ITM-006", observation, "actual", text, "expected", format(item));
        return false;
    }

    private static boolean inputRange(Observation observation, BigDecimal number, Item item, Findings findings) {
        var range = item.inputRange();
        if (range.isOpen() || !(range.isAbove(number) || range.isBelow(number)) || hasMark(observation)) {
            return true;
        }
        var expected = shown(range.low()) + "-" + shown(range.high());
        findings.result("CHK-ITM-008", observation, "actual", number.toPlainString(), "expected", expected);
        return false;
    }

    private static boolean decimals(Observation observation, String text, Item item, Findings findings) {
        if (item.integerDigits() == 0 || decimals(text) <= item.decimals()) {
            return true;
        }
        findings.result("CHK-ITM-007", observation, "actual", text, "expected", format(item));
        return false;
    }

    private static boolean hasMark(Observation observation) {
        for (var value : observation.values()) {
            if (value.isRangeMark()) {
                return true;
            }
        }
        return false;
    }

    /// Digits before the point; zeros on the left do not count.
    private static int integerDigits(String text) {
        var from = text.startsWith("-") ? 1 : 0;
        var point = text.indexOf('.');
        var end = point < 0 ? text.length() : point;
        while (from < end - 1 && text.charAt(from) == '0') {
            from++;
        }
        return end - from;
    }

    /// Digits after the point; zeros on the right do not count, since 16, 16.0 and 16.00 are the same.
    private static int decimals(String text) {
        var point = text.indexOf('.');
        if (point < 0) {
            return 0;
        }
        var end = text.length();
        while (end > point + 1 && text.charAt(end - 1) == '0') {
            end--;
        }
        return end - point - 1;
    }

    private static String format(Item item) {
        var whole = "N".repeat(item.integerDigits());
        return item.decimals() == 0 ? whole : whole + "." + "N".repeat(item.decimals());
    }

    private static String shown(@Nullable BigDecimal end) {
        return end == null ? "" : end.toPlainString();
    }

    private static boolean reference(
            Observation observation, WrittenValue value, BigDecimal number, Findings findings) {
        var range = observation.range();
        if (range == null) {
            return true;
        }
        if (differs(range.lowUnit(), value.unit()) || differs(range.highUnit(), value.unit())) {
            findings.result("CHK-ITM-033", observation, "actual", range.lowUnit() + " " + range.highUnit());
            return false;
        }
        if (interpretationFits(observation.interpretation(), number, range)) {
            return true;
        }
        findings.result("CHK-ITM-032", observation, "actual", observation.interpretation());
        return false;
    }

    private static boolean differs(String rangeUnit, String unit) {
        return !rangeUnit.isEmpty() && !rangeUnit.equals(unit);
    }

    /// Whether H, L or N says what the range says; a range that cannot be read says nothing.
    private static boolean interpretationFits(String interpretation, BigDecimal number, ReferenceRange range) {
        if (interpretation.isEmpty() || !range.isReadable()) {
            return true;
        }
        var low = range.lowest();
        var high = range.highest();
        var below = low != null && number.compareTo(low) < 0;
        var above = high != null && number.compareTo(high) > 0;
        return switch (interpretation) {
            case "H" -> above || high == null;
            case "L" -> below || low == null;
            case "N" -> !below && !above;
            default -> true;
        };
    }
}
