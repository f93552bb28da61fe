package org.tsunagu.linkage.model;

/// What happens with a match (判定の三区分).
public enum Zone {
    /// Taken as it is (自動).
    AUTOMATIC,
    /// A person decides (要確認).
    CLERICAL,
    /// No match (不一致).
    REJECTED;

    /// Highest score that a person still looks at when something stands against the pair.
    static final double MOST_DOUBTFUL = 0.98;

    private static final double AUTOMATIC_FROM = 0.99;
    private static final double CLERICAL_FROM = 0.2;

    static Zone of(double score) {
        if (score >= AUTOMATIC_FROM) {
            return AUTOMATIC;
        }
        return score >= CLERICAL_FROM ? CLERICAL : REJECTED;
    }
}
