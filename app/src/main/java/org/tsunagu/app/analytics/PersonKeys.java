package org.tsunagu.app.analytics;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;

/// Pseudonymous ids of people for the mart (仮名ID): keyed with a secret of this installation, so that nobody gets from
/// the
/// id back to the person without it, and one person has one id in every year.
@Component
class PersonKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 12;

    private final SecretKeySpec key;

    PersonKeys(@Value("${tsunagu.mart-key}") String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /// Ids of the people of an insurer; for one thread.
    Keyed of(InsurerId insurer) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return new Keyed(mac, insurer.value());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }

    /// Makes ids.
    record Keyed(Mac mac, int insurer) {
        String id(long memberId) {
            var whole = mac.doFinal((insurer + "/" + memberId).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(whole, 0, BYTES);
        }
    }
}
