package org.tsunagu.privacy.masking;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// A table that may leave, with the report of its masking (秘匿済みの表).
///
/// @param counts what is shown; masked cells are empty
/// @param reasons of each part, then of each whole, by row and column
/// @param report what was masked why, and what a reader can still work out
public record Masked(Counts counts, List<Reason> reasons, Report report) {

    /// A cell, a sub-total or a total; empty when it is masked.
    public OptionalLong part(String row, String column) {
        return counts.part(row, column);
    }

    /// What it is a part of; empty when it is masked or when there is none.
    public OptionalLong whole(String row, String column) {
        return counts.whole(row, column);
    }

    /// The share of the whole (割合), between 0 and 1; empty when the part or the whole is masked, or nobody
    /// is there.
    public OptionalDouble share(String row, String column) {
        var part = part(row, column);
        var whole = whole(row, column);
        if (part.isEmpty() || whole.isEmpty() || whole.getAsLong() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((double) part.getAsLong() / whole.getAsLong());
    }

    /// Why a cell is masked.
    public Reason reason(String row, String column) {
        return reasons.get(counts.cell(row, column));
    }

    /// Why the whole of a cell is masked; shown when the table has none.
    public Reason wholeReason(String row, String column) {
        return counts.hasWhole() ? reasons.get(counts.size() + counts.cell(row, column)) : Reason.SHOWN;
    }

    /// Whether it may leave the insurer: the audit found nothing that can be worked out too closely.
    public boolean isSafe() {
        return report.unsafe().isEmpty();
    }

    /// What was done (秘匿の報告).
    ///
    /// @param policy its row in `masking-policies.tsv`
    /// @param primary cells masked because they are too small
    /// @param secondary cells masked so that those cannot be worked out by subtraction
    /// @param audit cells masked because the audit found a way
    /// @param smallestRange how far at least every masked cell stays open; empty when nothing bounds any
    /// @param unsafe what can be worked out too closely: always empty in strict mode
    /// @param time how long it took
    public record Report(
            MaskingPolicy policy,
            long primary,
            long secondary,
            long audit,
            OptionalLong smallestRange,
            List<Range> unsafe,
            Duration time) {}
}
