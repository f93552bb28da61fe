package org.tsunagu.rules.guidance;

/// The totals that a guidance document carries (ポイントの集計): planned ones (items 1303, 1345, 1712) or executed ones
/// (items 1303, 1615, 1742), counted by the function that says whether a course is finished.
///
/// @param early points for an interview soon after the checkup
/// @param outcome points for what was achieved
/// @param process points for what was done
public record PointTotals(int early, int outcome, int process) {

    /// All together.
    public int total() {
        return early + outcome + process;
    }
}
