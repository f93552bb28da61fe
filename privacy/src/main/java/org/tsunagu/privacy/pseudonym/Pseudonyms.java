package org.tsunagu.privacy.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Pseudonymous ids (仮名ID) in two layers of HMAC-SHA256: a link id for a mart, out of the person's number; out of that
/// an
/// id for each project, so that two projects cannot be joined. Without the keys nobody gets back, nor can try out
/// numbers.
///
/// An id begins with the version of its key. Not safe for several threads.
public final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String LINK = "tsunagu/link/v1|";
    private static final String PROJECT = "tsunagu/project/v1|";

    private final PseudonymKey key;
    private final String use;
    private final Mac mac;

    private Pseudonyms(PseudonymKey key, String use) {
        this.key = key;
        this.use = use;
        this.mac = mac(key.secret());
    }

    /// The first layer: link ids of people for one mart.
    public static Pseudonyms ofMart(PseudonymKey key) {
        return new Pseudonyms(key, LINK);
    }

    /// The second layer: ids of one project, made of link ids.
    public static Pseudonyms ofProject(PseudonymKey key) {
        return new Pseudonyms(key, PROJECT);
    }

    /// The id of something.
    ///
    /// @param identity an [InsuredIdentity#canonical] in the first layer, a link id in the second
    public String id(String identity) {
        var whole = mac.doFinal((use + identity).getBytes(StandardCharsets.UTF_8));
        return key.version() + "-" + HexFormat.of().formatHex(whole);
    }

    /// HMAC-SHA256 of a text, for comparison with published examples.
    static byte[] hmac(byte[] secret, byte[] text) {
        return mac(secret).doFinal(text);
    }

    private static Mac mac(byte[] secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }
}
