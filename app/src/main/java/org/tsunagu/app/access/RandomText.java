package org.tsunagu.app.access;

import java.security.SecureRandom;

/// Texts that nobody can guess and everybody can copy from paper (読み違えない文字の乱数).
public final class RandomText {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private RandomText() {}

    /// So many letters.
    public static String of(int length) {
        var random = new SecureRandom();
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
