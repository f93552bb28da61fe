package org.tsunagu.app.settlement;

/// What is settled (実施区分).
public enum Service {
    CHECKUP,
    GUIDANCE;

    /// The code of a settlement file.
    public char code() {
        return this == CHECKUP ? '1' : '2';
    }
}
