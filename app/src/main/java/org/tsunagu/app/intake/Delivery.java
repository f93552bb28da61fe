package org.tsunagu.app.intake;

import java.time.OffsetDateTime;

/// A file that was received (受け取ったファイル) with what has become of its documents.
///
/// @param original SHA-256 of its bytes
/// @param state WAITING, READING, MATCHING, DONE or REFUSED
/// @param done documents read so far, of `documents`; both 0 before it was opened
/// @param origin what whoever handed it in said about it
/// @param accepted taken without a remark; `warned` with one; `rejected` not taken
/// @param open documents whose person is still to be found
public record Delivery(
        long id,
        String original,
        String name,
        String channel,
        Origin origin,
        String state,
        int documents,
        int done,
        int accepted,
        int warned,
        int rejected,
        int open,
        OffsetDateTime receivedAt,
        String receivedBy) {

    /// Whether something is still being done with it.
    public boolean isBusy() {
        return !state.equals("DONE") && !state.equals("REFUSED");
    }
}
