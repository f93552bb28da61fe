package org.tsunagu.app.access;

/// What somebody has to do before anything else (最初にすること).
public enum Duty {
    /// Replace the one-time password.
    PASSWORD("/account/password"),
    /// Set up a second factor, because the insurer wants one.
    FACTOR("/account/factor");

    private final String place;

    Duty(String place) {
        this.place = place;
    }

    /// The page on which it is done.
    public String place() {
        return place;
    }
}
