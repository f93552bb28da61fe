package org.tsunagu.rules.condition;

import java.math.BigDecimal;
import java.util.Locale;

/// The comparisons that tables use (比較).
enum Operator {
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE,
    IN,
    BETWEEN,
    PRESENT,
    MISSING;

    static Operator of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// Whether this looks only at whether the value is there.
    boolean isAboutPresence() {
        return this == PRESENT || this == MISSING;
    }

    /// Compares exactly: 85.0 is 85.
    boolean test(BigDecimal number, BigDecimal[] operands) {
        return switch (this) {
            case GE -> number.compareTo(operands[0]) >= 0;
            case LT -> number.compareTo(operands[0]) < 0;
            case LE -> number.compareTo(operands[0]) <= 0;
            case GT -> number.compareTo(operands[0]) > 0;
            case EQ -> number.compareTo(operands[0]) == 0;
            case NE -> number.compareTo(operands[0]) != 0;
            case IN -> isAmong(number, operands);
            case BETWEEN -> number.compareTo(operands[0]) >= 0 && number.compareTo(operands[1]) <= 0;
            case PRESENT -> true;
            case MISSING -> false;
        };
    }

    private static boolean isAmong(BigDecimal number, BigDecimal[] operands) {
        for (var operand : operands) {
            if (number.compareTo(operand) == 0) {
                return true;
            }
        }
        return false;
    }
}
