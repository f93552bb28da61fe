package org.tsunagu.app.access;

import org.tsunagu.app.access.factor.Totp;

/// A second factor that is being set up (二要素認証の登録中): it lives in the session until a code has confirmed it.
public final class Enrolment {

    private final Totp totp = Totp.fresh();

    Totp totp() {
        return totp;
    }

    /// The secret to be typed, in groups of four.
    public String text() {
        return totp.text().replaceAll("(.{4})(?=.)", "$1 ");
    }

    /// The address for the picture.
    public String address(String login) {
        return totp.address(login);
    }
}
