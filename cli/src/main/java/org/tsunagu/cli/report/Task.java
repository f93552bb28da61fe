package org.tsunagu.cli.report;

/// What somebody has to do today (今日やること), in the order of urgency.
enum Task {
    /// Advise to see a doctor now (すぐに受診を勧める).
    VISIT_NOW(60),
    /// Advise to see a doctor (受診を勧める).
    VISIT(30),
    /// Offer active support (積極的支援).
    ACTIVE(40),
    /// Offer motivational support (動機付け支援).
    MOTIVATIONAL(20),
    /// Find out a missing value (判定不能).
    UNDETERMINED(20),
    /// Send a document back (返戻).
    RETURN(30);

    private final int shown;

    Task(int shown) {
        this.shown = shown;
    }

    /// How many lines the page shows at most.
    int shown() {
        return shown;
    }
}
