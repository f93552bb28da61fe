package org.tsunagu.app.tables;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tsunagu.rules.RuleCatalogue;

/// The rules by which is judged (規則の版): named by the hash of every row of every table.
public final class RuleSet {

    private static final int SHOWN_BYTES = 8;
    private static final String ID = hash();

    private RuleSet() {}

    /// The id that decisions carry.
    public static String id() {
        return ID;
    }

    private static String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var table : RuleCatalogue.shipped().tables()) {
                digest.update(table.name().getBytes(StandardCharsets.UTF_8));
                for (var row : table.rows()) {
                    digest.update(String.join("\t", row.cells()).getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) '\n');
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
