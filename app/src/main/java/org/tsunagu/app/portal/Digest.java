package org.tsunagu.app.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/// Codes and log-in names as the database knows them (コードの要約値): telephones type them wide, with blanks and capitals,
/// and that must not matter.
final class Digest {

    private Digest() {}

    /// What somebody meant to type.
    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toLowerCase(Locale.ROOT);
    }

    static String of(String typed) {
        return exact(plain(typed));
    }

    /// A person as an identity service knows it: nobody types that, and every sign of it counts.
    static String subject(String issuer, String subject) {
        return exact(issuer + '\0' + subject);
    }

    private static String exact(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
