package org.tsunagu.rules.guidance;

import java.util.Locale;

/// What points are given for (評価の種類).
public enum SupportKind {
    /// What was done (プロセス評価).
    PROCESS,
    /// What was achieved (アウトカム評価).
    OUTCOME,
    /// An interview soon after the checkup (健診後早期の保健指導).
    EARLY;

    static SupportKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
