package org.tsunagu.rules.stratification;

/// The level of health guidance a checkup leads to (保健指導レベル, item 9N506).
public enum Level {
    /// Active support (積極的支援).
    ACTIVE("1"),
    /// Motivational support (動機付け支援).
    MOTIVATIONAL("2"),
    /// Information only (情報提供, なし).
    NONE("3"),
    /// Missing values could give more than one level (判定不能).
    UNDETERMINED("4"),
    /// The age in the fiscal year is outside the programme: nothing is judged and files stay blank (対象年齢外).
    OUTSIDE("");

    private final String code;

    Level(String code) {
        this.code = code;
    }

    /// The official code; empty outside the programme.
    public String code() {
        return code;
    }

    /// Whether the person is offered guidance (特定保健指導の対象).
    public boolean isGuidanceTarget() {
        return this == ACTIVE || this == MOTIVATIONAL;
    }

    /// The level of an official code.
    ///
    /// @throws IllegalArgumentException if no level has this code
    public static Level of(String code) {
        for (var level : values()) {
            if (level.code.equals(code)) {
                return level;
            }
        }
        throw new IllegalArgumentException("no guidance level has the code %s".formatted(code));
    }
}
