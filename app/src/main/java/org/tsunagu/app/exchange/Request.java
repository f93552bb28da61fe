package org.tsunagu.app.exchange;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// A request for results (提供依頼).
///
/// @param employerId 0 when no employer is asked
/// @param party who is asked, or asks; without an address when it is known elsewhere
/// @param asked day of the request: which law holds depends on it
/// @param grounds rows of the legal table it was sent on; empty as long as it was not
/// @param note why it was refused, or how it ended
public record Request(
        long id,
        Scheme scheme,
        long employerId,
        Other party,
        int fiscalYear,
        LocalDate asked,
        LocalDate deadline,
        State state,
        String grounds,
        String note,
        Optional<LocalDate> remindedOn,
        int version) {

    /// Another insurer, a union or a federation (相手方).
    ///
    /// @param number of the insurer; empty for none
    public record Other(String number, String name, String postalCode, String address) {}

    /// How far it is (状態).
    public enum State {
        /// Nobody has been asked yet (作成中).
        DRAFT,
        SENT,
        REMINDED,
        /// Somebody has asked the insurer (受付済み).
        RECEIVED,
        ANSWERED,
        REFUSED,
        CLOSED;

        private static final Set<State> OPEN = Set.of(SENT, REMINDED, RECEIVED);

        /// Whether something is still awaited.
        public boolean isOpen() {
            return OPEN.contains(this);
        }

        /// Whether it may become another.
        boolean mayBecome(State next) {
            return switch (this) {
                case DRAFT -> next == SENT || next == CLOSED;
                case SENT, REMINDED -> next == REMINDED || next == REFUSED || next == CLOSED;
                case RECEIVED -> next == ANSWERED || next == REFUSED || next == CLOSED;
                case ANSWERED, REFUSED, CLOSED -> false;
            };
        }
    }

    /// Whether it is late on a day.
    public boolean isLate(LocalDate day) {
        return state.isOpen() && deadline.isBefore(day);
    }
}
