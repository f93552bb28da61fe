package org.tsunagu.privacy.masking;

import org.tsunagu.codes.table.Basis;

/// Which cells may not be shown (秘匿の方針): one row of `masking-policies.tsv`.
///
/// @param id the name that every report prints, for example `TSUNAGU_STRICT`
/// @param minimum the smallest number above 0 that may be shown; 0 when the policy has none
/// @param showsZero whether 0 may be shown
/// @param mode how what is masked is protected
/// @param basis where the policy comes from and how sure it is
public record MaskingPolicy(String id, long minimum, boolean showsZero, Mode mode, Basis basis) {

    boolean forbids(long count) {
        return count == 0 ? !showsZero : count < minimum;
    }

    /// How masked cells are protected from arithmetic (二次秘匿の方式).
    public enum Mode {
        /// The published rule of NDB Open Data: rows and columns, a single zero triggers nothing; audited,
        /// not repaired.
        NDB,
        /// Every direction whose totals are shown, repaired until the audit finds nothing.
        STRICT,
        /// Nothing is masked.
        NONE,
        /// Nothing is shown.
        NOTHING
    }
}
