package org.tsunagu.linkage.model;

import java.util.List;
import org.tsunagu.linkage.field.Field;
import org.tsunagu.linkage.field.Level;

/// How far two records agree in every field, as one number (比較パターン): three bits a field.
final class Pattern {

    /// Fields that a number has room for.
    static final int MOST_FIELDS = Long.SIZE / Level.BITS;

    private static final int MASK = (1 << Level.BITS) - 1;

    private Pattern() {}

    static long of(List<Field> fields, int left, int right) {
        var pattern = 0L;
        for (var i = fields.size() - 1; i >= 0; i--) {
            pattern =
                    (pattern << Level.BITS) | fields.get(i).compare(left, right).code();
        }
        return pattern;
    }

    /// The code of the level of a field.
    static int code(long pattern, int field) {
        return (int) (pattern >>> (field * Level.BITS)) & MASK;
    }

    static Level level(long pattern, int field) {
        return Level.of(code(pattern, field));
    }
}
