package org.tsunagu.claimsformat.record;

import java.io.IOException;

/// A file grew beyond a limit while it was expanded (上限超過); which one, the check says.
public final class LimitExceeded extends IOException {

    private static final long serialVersionUID = 1;

    private final String check;
    private final long limit;

    LimitExceeded(String check, long limit) {
        super(check);
        this.check = check;
        this.limit = limit;
    }

    /// Id of the check, for example `CLM-ZIP-RATIO`.
    public String check() {
        return check;
    }

    /// The limit.
    public String limit() {
        return String.valueOf(limit);
    }
}
