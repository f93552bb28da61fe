package org.tsunagu.app.access.factor;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes that change with the time (時刻による確認コード): RFC 6238 with SHA-1, 30 seconds and six digits, which is what every
/// authenticator app knows.
///
/// @param secret shared with the app of the user
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record Totp(byte[] secret) {

    /// Seconds of a time step.
    public static final int STEP_SECONDS = 30;

    private static final int SECRET_BYTES = 20;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final int OFFSET_MASK = 0x0f;

    /// A new secret.
    public static Totp fresh() {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new Totp(secret);
    }

    /// The time step of a moment.
    public static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
    }

    /// The code of a time step.
    public String code(long step) {
        var hash = hash(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        var offset = hash[hash.length - 1] & OFFSET_MASK;
        var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return ("%0" + DIGITS + "d").formatted(number % MODULUS);
    }

    private byte[] hash(byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The step whose code was typed: this one, the one before or the one after, because clocks differ a little.
    ///
    /// @param lastUsed a step up to which no code is taken any more
    /// @return empty for a wrong code or one that was used
    public OptionalLong match(String typed, Instant now, long lastUsed) {
        var digits = typed.strip().getBytes(StandardCharsets.UTF_8);
        var current = step(now);
        var found = OptionalLong.empty();
        for (var step = current - 1; step <= current + 1; step++) {
            var isSame = MessageDigest.isEqual(digits, code(step).getBytes(StandardCharsets.UTF_8));
            if (isSame && step > lastUsed) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /// The secret to be typed into an app that cannot see the picture.
    public String text() {
        return Base32.of(secret);
    }

    /// The address that an app reads from the picture.
    public String address(String login) {
        return String.format(
                Locale.ROOT,
                "otpauth://totp/Tsunagu:%s?secret=%s&issuer=Tsunagu&algorithm=SHA1&digits=%d&period=%d",
                URLEncoder.encode(login, StandardCharsets.UTF_8),
                text(),
                DIGITS,
                STEP_SECONDS);
    }
}
