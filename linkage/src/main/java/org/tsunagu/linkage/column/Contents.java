package org.tsunagu.linkage.column;

import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tsunagu.linkage.field.Kind;
import org.tsunagu.linkage.normal.DateForms;

/// What kind of thing a column with an unknown heading holds, by its values (値から見た種類).
final class Contents {

    private static final int ENOUGH = 2_000;
    private static final double MOST = 0.8;
    private static final int FEW_WORDS = 40;
    private static final double REPEATED = 0.02;
    private static final double LONG_TEXT = 18;
    private static final Pattern DIGITS = Pattern.compile("[\\d\\-() ]*\\d[\\d\\-() ]*");
    private static final Pattern DECIMAL = Pattern.compile("[$¥£€]?\\s?\\d[\\d,]*\\.\\d+");

    private Contents() {}

    static Kind kind(List<String> column) {
        var values =
                column.stream().filter(text -> !text.isEmpty()).limit(ENOUGH).toList();
        if (values.isEmpty()) {
            return Kind.IGNORE;
        }
        var dates = DateForms.of(values);
        if (share(values, text -> !dates.key(text).isEmpty()) >= MOST) {
            return Kind.DATE;
        }
        var different = new HashSet<>(values).size();
        if (different <= FEW_WORDS && different <= Math.max(2, values.size() * REPEATED)) {
            return Kind.CODE;
        }
        if (share(values, text -> DECIMAL.matcher(text).matches()) >= MOST) {
            return Kind.AMOUNT;
        }
        if (share(values, text -> DIGITS.matcher(text).matches()) >= MOST) {
            return Kind.NUMBER;
        }
        var length = values.stream().mapToInt(String::length).average().orElse(0);
        return length > LONG_TEXT ? Kind.TEXT : Kind.NAME;
    }

    private static double share(List<String> values, Predicate<String> test) {
        return (double) values.stream().filter(test).count() / values.size();
    }
}
