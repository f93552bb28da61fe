package org.tsunagu.app.exchange;

/// A request with what has come of it (依頼の進み具合).
///
/// @param party what the other side is called
/// @param asked people it is about
/// @param arrived of those, who have a result of the year by now, whatever way it came
public record Progress(Request request, String party, int asked, int arrived) {

    private static final String COMPLETE = "COMPLETE";
    private static final String PARTLY = "PARTLY";

    /// The state with what has come: the name of a [Request.State], `PARTLY` or `COMPLETE`.
    public String phase() {
        var state = request.state();
        if (!state.isOpen() || request.scheme().isIncoming() || arrived == 0) {
            return state.name();
        }
        return arrived < asked ? PARTLY : COMPLETE;
    }

    /// Whether everybody's result is there.
    public boolean isComplete() {
        return phase().equals(COMPLETE);
    }

    /// Whose result is not there.
    public int missing() {
        return asked - arrived;
    }
}
