package org.tsunagu.app.extracts;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// An extract that somebody has asked for (抽出の申請).
///
/// @param project whose ids are its own: files of two projects cannot be joined
/// @param k smallest group of people who are alike
/// @param requestedBy number of the account
/// @param outcome what came of it; empty before it is made
public record ExtractRequest(
        long id,
        String project,
        String purpose,
        int fiscalYear,
        List<String> columns,
        int k,
        State state,
        long requestedBy,
        String requestedByName,
        OffsetDateTime requestedAt,
        String decidedByName,
        Optional<OffsetDateTime> decidedAt,
        String note,
        Optional<Outcome> outcome,
        String takenByName,
        Optional<OffsetDateTime> takenAt) {

    /// How far it is (状態). The words stand in the database and never change meaning.
    public enum State {
        REQUESTED,
        APPROVED,
        REFUSED,
        READY,
        /// Made, but too few people were alike: there is no file.
        EMPTY,
        TAKEN
    }
}
