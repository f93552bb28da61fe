package org.tsunagu.rules.guidance;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.decision.Reason;

/// The points of a course so far against those it needs (支援ポイント).
///
/// @param credits one for each support in the order given
/// @param needed points that all support together must reach; 0 when none are needed
/// @param reached whether the rule about points holds, with what is missing; the final evaluation and its time are
/// looked at by [Completion#decide]
/// @param stillNeeded fewest points that could make the rule hold; 0 when it does
public record Tally(List<Credit> credits, int needed, Decision<Boolean> reached, int stillNeeded) {

    /// All points that count.
    public int points() {
        return sum(credit -> true);
    }

    /// Points of support A (支援A), second and third period.
    public int pointsA() {
        return sum(Credit::isSupportA);
    }

    /// The totals for the document.
    public PointTotals totals() {
        return new PointTotals(of(SupportKind.EARLY), of(SupportKind.OUTCOME), of(SupportKind.PROCESS));
    }

    /// What does not count, in the order given.
    public List<Credit> ignored() {
        return credits.stream().filter(credit -> !credit.isCounted()).toList();
    }

    /// As sure as the weakest row that was used.
    public Certainty certainty() {
        return Certainty.weakest(Stream.concat(credits.stream().map(Credit::reason), reached.reasons().stream())
                .map(Reason::basis)
                .map(basis -> basis.certainty()));
    }

    private int of(SupportKind kind) {
        return sum(credit -> credit.kind().filter(kind::equals).isPresent());
    }

    private int sum(Predicate<Credit> which) {
        return credits.stream().filter(which).mapToInt(Credit::points).sum();
    }
}
