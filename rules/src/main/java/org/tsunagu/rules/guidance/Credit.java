package org.tsunagu.rules.guidance;

import java.util.Optional;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;

/// What one support or outcome was credited with (ポイントの内訳).
///
/// @param kind what it is; empty when the period does not know its code
/// @param isSupportA whether it is of support A; always false in the fourth period
/// @param points 0 when it does not count
/// @param reason why: counted, limited or not counted, with the row that says so
public record Credit(Support support, Optional<SupportKind> kind, boolean isSupportA, int points, Reason reason) {

    /// Whether it counts, though perhaps not in full.
    public boolean isCounted() {
        return reason.code() != ReasonCode.POINTS_NOT_COUNTED;
    }

    Credit notCounted(Reason because) {
        return new Credit(support, kind, isSupportA, 0, because);
    }
}
