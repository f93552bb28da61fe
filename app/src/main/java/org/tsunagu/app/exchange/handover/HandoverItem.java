package org.tsunagu.app.exchange.handover;

/// A document of a hand-over (引継ぎの1件).
///
/// @param written path in the archive; empty as long as it is not in it
/// @param why it was left out or not taken
/// @param data its kind, of `legal/data-classes`; empty for that of the kind of hand-over
public record HandoverItem(
        long memberId,
        long documentId,
        long deliveryId,
        String entry,
        State state,
        String written,
        String why,
        String data) {

    /// What became of it (取扱い).
    public enum State {
        LISTED,
        WRITTEN,
        LEFT_OUT,
        ACKNOWLEDGED,
        REJECTED
    }
}
