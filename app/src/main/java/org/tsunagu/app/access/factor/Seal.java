package org.tsunagu.app.access.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals what must not be read in the database (暗号化): AES-256-GCM and keyed hashes, under keys drawn from one secret of
/// the installation that lies outside the database.
public final class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec sealing;
    private final SecretKeySpec hashing;

    /// A seal.
    ///
    /// @param secret long and random
    public Seal(String secret) {
        this.sealing = new SecretKeySpec(derived("seal", secret), "AES");
        this.hashing = new SecretKeySpec(derived("hash", secret), "HmacSHA256");
    }

    private static byte[] derived(String use, String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((use + "\n" + secret).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Seals something for one owner.
    ///
    /// @param owner what it belongs to: it opens for nobody else
    public byte[] close(byte[] open, String owner) {
        var nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(open);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Opens what was sealed for an owner.
    ///
    /// @throws IllegalStateException if it was changed, belongs to somebody else or was sealed under another key
    public byte[] open(byte[] closed, String owner) {
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(closed, NONCE_BYTES), owner)
                    .doFinal(closed, NONCE_BYTES, closed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed secret does not open: is the key that of this database?", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /// A hash that nobody can try out without the key.
    public String hash(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(hashing);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
