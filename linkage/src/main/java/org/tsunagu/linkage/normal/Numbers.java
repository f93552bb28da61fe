package org.tsunagu.linkage.normal;

import java.text.Normalizer;
import java.util.Locale;

/// Numbers on cards and in registers as keys (番号の照合用表記): without signs and left zeros; letters in them stay.
public final class Numbers {

    private Numbers() {}

    /// The key; empty when nothing is left.
    public static String key(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var key = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(Character::isLetterOrDigit)
                .filter(point -> point != 'の')
                .forEach(key::appendCodePoint);
        var zeros = 0;
        while (zeros < key.length() - 1 && key.charAt(zeros) == '0') {
            zeros++;
        }
        return key.substring(zeros);
    }
}
