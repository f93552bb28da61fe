package org.tsunagu.claimsformat.claim;

import java.util.Locale;

/// Whether a claim counts (計上区分).
public enum Status {
    /// Counts.
    COUNTED,
    /// Went back to the provider (返戻): no cost.
    RETURNED,
    /// A DPC receipt under a summary receipt, or one that does not say (総括対象): no cost of its own.
    UNDER_SUMMARY,
    /// Came before in the same run (重複): not counted again.
    DUPLICATE;

    /// The word in files, for example `under_summary`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
