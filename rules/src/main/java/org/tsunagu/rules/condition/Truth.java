package org.tsunagu.rules.condition;

/// The three values of a condition (真偽・不明).
public enum Truth {
    FALSE(0, "false"),
    TRUE(1, "true"),
    UNKNOWN(2, "unknown");

    private final int digit;
    private final String word;

    Truth(int digit, String word) {
        this.digit = digit;
        this.word = word;
    }

    /// 0, 1 or 2, for packing several truths into one number.
    public int digit() {
        return digit;
    }

    /// The word in our files.
    public String word() {
        return word;
    }

    /// A truth that is known.
    public static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    /// True when either is, whatever the other.
    public Truth or(Truth other) {
        if (this == TRUE || other == TRUE) {
            return TRUE;
        }
        return this == UNKNOWN ? UNKNOWN : other;
    }

    /// False when either is, whatever the other.
    public Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == UNKNOWN ? UNKNOWN : other;
    }
}
