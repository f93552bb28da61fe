package org.tsunagu.app.reporting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.tsunagu.codes.time.FiscalYear;

/// A count of a fiscal year, or what was frozen of it (集計・確定した報告).
///
/// @param ruleSet the tables it was counted by; empty while it waits
/// @param repairsUntil the last repair of a document that it knows
/// @param receiver number of the receiver in the name of the archive; empty for a count
/// @param archiveDay and `archiveNumber`: day and number of that day in the name of the archive
/// @param countedAt "as reported on …"; empty while it waits
public record Report(
        long id,
        FiscalYear year,
        Kind kind,
        boolean isReady,
        String ruleSet,
        long repairsUntil,
        String note,
        String receiver,
        Optional<LocalDate> archiveDay,
        int archiveNumber,
        Optional<OffsetDateTime> countedAt,
        OffsetDateTime createdAt,
        String createdBy) {

    /// What it is for.
    public enum Kind {
        /// The state of today, replaced by the next count (集計).
        COUNT,
        /// As reported: it stays (確定).
        FROZEN
    }
}
