package org.tsunagu.app.mailing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.tsunagu.app.tickets.TicketKind;

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
        ADVICE,
        /// The checkup ticket (受診券・セット券).
        TICKET,
        /// The guidance ticket (利用券).
        GUIDANCE_TICKET,
        /// The reminder to somebody who did not come (未受診者への案内).
        REMINDER,
        /// The invitation to guidance (特定保健指導の利用案内).
        INVITATION;

        /// Whether it is a ticket that is sent.
        public boolean isTicket() {
            return this == TICKET || this == GUIDANCE_TICKET;
        }

        /// The tickets that are sent.
        TicketKind.Family family() {
            return this == GUIDANCE_TICKET ? TicketKind.Family.GUIDANCE : TicketKind.Family.CHECKUP;
        }
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
