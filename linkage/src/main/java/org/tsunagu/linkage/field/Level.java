package org.tsunagu.linkage.field;

/// How far two values of a field agree (一致の段階). Not every kind of field knows every level.
public enum Level {
    /// One of the two has no value (欠損): no evidence, never disagreement.
    MISSING,
    /// The same (一致).
    EQUAL,
    /// Family and given name stand in each other's place (姓名の入れ替わり).
    EXCHANGED,
    /// A slip of the pen apart (ほぼ一致).
    CLOSE,
    /// Alike (類似).
    SIMILAR,
    /// Alike in parts (一部一致).
    PART,
    /// Little in common (わずかに一致).
    WEAK,
    /// Not alike (不一致).
    DIFFERENT;

    /// Bits that hold a level in a pattern.
    public static final int BITS = 3;

    private static final Level[] ALL = values();

    /// The level of a number from 0 to 7.
    public static Level of(int code) {
        return ALL[code];
    }

    /// The number of this level.
    public int code() {
        var code = 0;
        while (ALL[code] != this) {
            code++;
        }
        return code;
    }
}
