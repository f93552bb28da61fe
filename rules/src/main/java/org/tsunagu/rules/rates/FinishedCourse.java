package org.tsunagu.rules.rates;

/// Which guidance was finished (終了した保健指導): the codes in column `value` of `rules.tsv`.
public enum FinishedCourse {
    /// Motivational support (動機付け支援).
    MOTIVATIONAL("1"),
    /// Active support (積極的支援).
    ACTIVE("2"),
    /// The shorter course of the second active year (動機付け支援相当).
    MOTIVATIONAL_EQUIVALENT("3"),
    /// The trial course of the third period (モデル実施).
    MODEL("4");

    private final String code;

    FinishedCourse(String code) {
        this.code = code;
    }

    /// The number in the table.
    String code() {
        return code;
    }
}
