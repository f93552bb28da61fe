package org.tsunagu.claimsformat.master;

import java.util.Optional;

/// What a code is in a care month (コードの解決).
///
/// @param code as it stands in the claim
/// @param row what it is; empty when no loaded edition knows it
/// @param how by which step it was found
public record Resolved(String code, Optional<MasterRow> row, How how) {

    /// The steps of finding a code, in their order (解決の段階).
    public enum How {
        /// In the newest edition dated on or before the end of the month, and usable in the month.
        IN_FORCE,
        /// In the nearest newer edition.
        NEWER,
        /// In an older edition.
        OLDER,
        /// By the code that took its place.
        SUCCESSOR,
        /// Not at all: the code is kept.
        UNRESOLVED,
        /// No edition of this master is loaded.
        NOT_LOADED
    }

    /// Whether it was found.
    public boolean isFound() {
        return row.isPresent();
    }
}
