package org.tsunagu.app.mailing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/// A run of letters (一括作成の1回分).
///
/// @param total how many people
/// @param printed and `refused`: how many so far
public record Run(
        long id,
        Kind kind,
        State state,
        LocalDate letterDay,
        int total,
        int printed,
        int refused,
        int pages,
        OffsetDateTime createdAt,
        String createdBy,
        Optional<LocalDate> postedOn,
        String postedBy) {

    /// Which letter (通知の種類).
    public enum Kind {
        /// The result notice of the latest checkup (結果通知).
        NOTICE,
        /// Advice to see a doctor (受診勧奨).
        ADVICE
    }

    /// How far it is (状態).
    public enum State {
        WAITING,
        READY,
        POSTED
    }

    /// How many have been looked at.
    public int done() {
        return printed + refused;
    }
}
