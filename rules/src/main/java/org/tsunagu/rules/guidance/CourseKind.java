package org.tsunagu.rules.guidance;

import org.tsunagu.rules.stratification.Level;

/// The kind of a course of guidance (保健指導区分). The names are used by the columns `kinds` of the tables.
public enum CourseKind {
    /// Active support (積極的支援).
    ACTIVE("1"),
    /// Active support finished by waist and weight alone, third period (積極的支援のモデル実施).
    ACTIVE_MODEL("1"),
    /// Motivational support (動機付け支援).
    MOTIVATIONAL("2"),
    /// Motivational support in the second active year (動機付け支援相当).
    EQUIVALENT("3");

    private final String code;

    CourseKind(String code) {
        this.code = code;
    }

    /// The official code (別表12).
    public String code() {
        return code;
    }

    /// The kind that a level is offered.
    ///
    /// @throws IllegalArgumentException if the level is offered none; ask [Level#isGuidanceTarget] first
    public static CourseKind of(Level level) {
        return switch (level) {
            case ACTIVE -> ACTIVE;
            case MOTIVATIONAL -> MOTIVATIONAL;
            case NONE, UNDETERMINED, OUTSIDE ->
                throw new IllegalArgumentException("no guidance for the level " + level);
        };
    }
}
