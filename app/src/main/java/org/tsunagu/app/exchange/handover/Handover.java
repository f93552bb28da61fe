package org.tsunagu.app.exchange.handover;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;

/// An archive that is handed over (引継ぎファイル).
///
/// @param receiver number of whoever receives it, eight digits
/// @param requested day of the request on which the ground is looked up
/// @param day and `number`: of the archive's name
/// @param original hash of the file; empty until there is one
/// @param written documents in it
/// @param leftOut documents that are not in it
/// @param answered documents about which an answer has come
/// @param resentOf the one whose rejected documents it brings again; 0 for none
public record Handover(
        long id,
        HandoverKind kind,
        String receiver,
        String receiverName,
        LocalDate requested,
        LocalDate day,
        int number,
        State state,
        String original,
        int documents,
        int written,
        int leftOut,
        int rejected,
        int answered,
        long resentOf,
        String staffName,
        OffsetDateTime at) {

    /// Whether there is a file; not once the results in it have been deleted.
    public boolean hasFile() {
        return state.hasFile() && !original.isEmpty();
    }

    /// How far it is (状態).
    public enum State {
        /// Being written, also once more without those who may not be handed over now (作成中).
        WAITING,
        /// Written, and read again without a fault (点検済み).
        CHECKED,
        /// There was nothing to write: nobody may be handed over (対象なし).
        EMPTY,
        SENT,
        ACKNOWLEDGED,
        /// Something of it was not taken (一部または全部不受理).
        REJECTED,
        /// What was not taken has been sent again (再送済み).
        RESENT;

        private static final Set<State> SENDABLE = Set.of(CHECKED, SENT, REJECTED, RESENT, ACKNOWLEDGED);

        /// Whether there is a file.
        public boolean hasFile() {
            return SENDABLE.contains(this);
        }
    }
}
