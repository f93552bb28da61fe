package org.tsunagu.rules.rewards;

import java.time.LocalDate;
import java.util.Optional;

/// An entry of the ledger of points (ポイントの記録).
///
/// @param points less than zero for what is spent or has expired
/// @param expiresOn last day on which points that were earned count; empty for those that never end
public record PointEntry(Kind kind, int points, LocalDate day, Optional<LocalDate> expiresOn) {

    /// What an entry is (種類).
    public enum Kind {
        EARN,
        SPEND,
        EXPIRE,
        ADJUST
    }
}
