package org.tsunagu.linkage.field;

import java.math.BigDecimal;
import java.util.Set;
import org.tsunagu.linkage.normal.Names;
import org.tsunagu.linkage.normal.Similarity;

/// Compares the keys of two values that are not equal (キーの比較).
final class Agreement {

    private static final double CLOSE_NAME = 0.92;
    /// Names that differ in long vowels only are more alike than this.
    private static final double LONG_VOWEL_NAME = 0.5;
    private static final double SIMILAR_NAME = 0.8;
    private static final BigDecimal CLOSE_AMOUNT = new BigDecimal("0.05");
    private static final BigDecimal SIMILAR_AMOUNT = new BigDecimal("0.2");

    /// Years between the beginnings of neighbouring eras: a date written with the wrong one is that far off.
    private static final Set<Integer> ERA_SLIPS = Set.of(14, 30, 44, 63);

    private static final int DATE_LENGTH = 8;
    private static final int YEAR_LENGTH = 4;

    private Agreement() {}

    static Level of(Kind kind, String one, String other) {
        return switch (kind) {
            case NAME -> name(one, other);
            case DATE -> date(one, other);
            case NUMBER -> number(one, other);
            case AMOUNT -> amount(one, other);
            case CODE, TEXT, IGNORE -> Level.DIFFERENT;
        };
    }

    private static Level name(String one, String other) {
        var alike = Similarity.jaroWinkler(one, other);
        if (alike >= CLOSE_NAME
                || (alike >= LONG_VOWEL_NAME && Names.withoutLongVowels(one).equals(Names.withoutLongVowels(other)))) {
            return Level.CLOSE;
        }
        return alike >= SIMILAR_NAME ? Level.SIMILAR : Level.DIFFERENT;
    }

    private static Level date(String one, String other) {
        if (Similarity.distance(one, other) == 1) {
            return Level.CLOSE;
        }
        if (one.length() != DATE_LENGTH || other.length() != DATE_LENGTH) {
            return Level.DIFFERENT;
        }
        var sameYear = one.regionMatches(0, other, 0, YEAR_LENGTH);
        var sameDay = one.regionMatches(YEAR_LENGTH, other, YEAR_LENGTH, YEAR_LENGTH);
        if (sameDay && ERA_SLIPS.contains(Math.abs(year(one) - year(other)))) {
            return Level.CLOSE;
        }
        if (sameYear && dayMonth(one).equals(other.substring(YEAR_LENGTH))) {
            return Level.CLOSE;
        }
        var sameMonth = one.regionMatches(YEAR_LENGTH, other, YEAR_LENGTH, 2);
        var sameDayOfMonth = one.regionMatches(DATE_LENGTH - 2, other, DATE_LENGTH - 2, 2);
        return sameDay || (sameYear && (sameMonth || sameDayOfMonth)) ? Level.PART : Level.DIFFERENT;
    }

    private static int year(String date) {
        return Integer.parseInt(date.substring(0, YEAR_LENGTH));
    }

    private static String dayMonth(String date) {
        return date.substring(DATE_LENGTH - 2) + date.substring(YEAR_LENGTH, DATE_LENGTH - 2);
    }

    private static Level number(String one, String other) {
        return switch (Similarity.distance(one, other)) {
            case 0, 1 -> Level.CLOSE;
            case 2 -> Level.SIMILAR;
            default -> Level.DIFFERENT;
        };
    }

    private static Level amount(String one, String other) {
        var a = new BigDecimal(one);
        var b = new BigDecimal(other);
        var off = a.subtract(b).abs();
        var largest = a.abs().max(b.abs());
        if (off.compareTo(largest.multiply(CLOSE_AMOUNT)) <= 0) {
            return Level.CLOSE;
        }
        return off.compareTo(largest.multiply(SIMILAR_AMOUNT)) <= 0 ? Level.SIMILAR : Level.DIFFERENT;
    }
}
