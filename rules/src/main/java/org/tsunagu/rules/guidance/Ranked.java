package org.tsunagu.rules.guidance;

import java.math.BigDecimal;
import java.util.List;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.decision.Reason;

/// A candidate in the order of priority, with the parts that led there (優先順位).
///
/// @param place from 1
/// @param leading key of the criterion that speaks most for the candidate, ア to オ; empty when none does
/// @param total weighted sum of the parts
/// @param parts one for each criterion, in the insurer's order
public record Ranked(int place, Candidate candidate, String leading, BigDecimal total, List<Part> parts) {

    /// What one criterion gives (基準ごとの点).
    ///
    /// @param score weighted; from 0 to the weight of the criterion
    /// @param scoring how certain the way to the score is; the criterion itself has the certainty of its reason
    public record Part(String criterion, BigDecimal score, Certainty scoring, Reason reason) {}
}
