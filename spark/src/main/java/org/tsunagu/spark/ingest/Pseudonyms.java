package org.tsunagu.spark.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tsunagu.codes.text.Widths;

/// Pseudonymous ids (仮名ID) from what every file says of a person: insurer, symbol, number, date of birth and sex, keyed
/// with a
/// secret. Twins of one sex with one card have one id, as in the national database; a branch number would tell them
/// apart, but the files before 2021 have none. For one thread.
final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 12;
    private static final String BETWEEN = "\u001f";

    private final Mac mac;

    private Pseudonyms(Mac mac) {
        this.mac = mac;
    }

    static Pseudonyms keyed(Path keyFile) throws IOException {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Files.readAllBytes(keyFile), ALGORITHM));
            return new Pseudonyms(mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }

    /// The id of a person.
    ///
    /// @param birth ISO date
    String person(String insurer, String symbol, String number, String birth, String sex) {
        var whole = hash(insurer, Widths.forMatching(symbol), Widths.forMatching(number), birth, sex);
        return HexFormat.of().formatHex(whole, 0, BYTES);
    }

    /// A number for a thing that these texts tell apart, never below zero.
    long number(String... texts) {
        return ByteBuffer.wrap(hash(texts)).getLong() & Long.MAX_VALUE;
    }

    /// An insurer number with its leading zeros.
    static String insurer(String written) {
        return "%8s".formatted(Widths.forMatching(written)).replace(' ', '0');
    }

    private byte[] hash(String... texts) {
        return mac.doFinal(String.join(BETWEEN, texts).getBytes(StandardCharsets.UTF_8));
    }
}
