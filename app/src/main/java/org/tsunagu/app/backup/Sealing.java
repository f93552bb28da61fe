package org.tsunagu.app.backup;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// The encryption of a backup (暗号化): AES-256-GCM in chunks under a key that Argon2id makes from the passphrase and a
/// salt
/// of the file. Every chunk carries its number and whether it is the last, so that none can be changed, moved or left
/// out; the head of the file is authenticated with each.
final class Sealing {

    static final byte[] MAGIC = "TSUNAGU-SEALED-1".getBytes(StandardCharsets.US_ASCII);
    static final int CHUNK = 1 << 16;
    static final int TAG = 16;

    private static final int KEY = 32;
    private static final int CHECK = 16;
    private static final int SALT = 16;
    private static final int DIGEST = 8;
    private static final int HEAD = MAGIC.length + 3 * Integer.BYTES + SALT + CHECK + DIGEST;
    /// RFC 9106, second recommended option: 64 MiB, three passes.
    private static final int KIBIBYTES = 1 << 16;
    private static final int PASSES = 3;
    private static final int LANES = 4;
    private static final int MOST_KIBIBYTES = 1 << 18;
    private static final int MOST_PASSES = 16;

    private final byte[] head;
    private final SecretKeySpec key;

    private Sealing(byte[] head, SecretKeySpec key) {
        this.head = head;
        this.key = key;
    }

    /// For a new file.
    static Sealing fresh(char[] passphrase) {
        var salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        var derived = derive(passphrase, salt, KIBIBYTES, PASSES, LANES);
        var head = ByteBuffer.allocate(HEAD)
                .put(MAGIC)
                .putInt(KIBIBYTES)
                .putInt(PASSES)
                .putInt(LANES)
                .put(salt)
                .put(derived, KEY, CHECK);
        var plain = Arrays.copyOf(head.array(), HEAD - DIGEST);
        head.put(digest(plain), 0, DIGEST);
        return new Sealing(head.array(), new SecretKeySpec(derived, 0, KEY, "AES"));
    }

    /// For a file that begins here.
    ///
    /// @throws BackupRefused if its head is damaged or the passphrase another
    static Sealing of(InputStream in, char[] passphrase) throws IOException {
        var head = in.readNBytes(HEAD);
        if (head.length < HEAD
                || !Arrays.equals(digest(Arrays.copyOf(head, HEAD - DIGEST)), 0, DIGEST, head, HEAD - DIGEST, HEAD)) {
            throw new BackupRefused("damaged", "head");
        }
        var fields = new DataInputStream(new ByteArrayInputStream(head, MAGIC.length, HEAD - MAGIC.length));
        var kibibytes = fields.readInt();
        var passes = fields.readInt();
        var lanes = fields.readInt();
        if (kibibytes > MOST_KIBIBYTES || passes > MOST_PASSES || lanes > MOST_PASSES) {
            throw new BackupRefused("damaged", "head");
        }
        var derived = derive(passphrase, fields.readNBytes(SALT), kibibytes, passes, lanes);
        if (!MessageDigest.isEqual(fields.readNBytes(CHECK), Arrays.copyOfRange(derived, KEY, KEY + CHECK))) {
            throw new BackupRefused("passphrase", "");
        }
        return new Sealing(head, new SecretKeySpec(derived, 0, KEY, "AES"));
    }

    byte[] head() {
        return head.clone();
    }

    byte[] seal(long number, boolean isLast, byte[] plain, int length) throws IOException {
        try {
            return cipher(Cipher.ENCRYPT_MODE, number, isLast).doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot encrypt", e);
        }
    }

    byte[] open(long number, boolean isLast, byte[] sealed, int length) {
        try {
            return cipher(Cipher.DECRYPT_MODE, number, isLast).doFinal(sealed, 0, length);
        } catch (GeneralSecurityException e) {
            throw new BackupRefused("damaged", "chunk " + number);
        }
    }

    private Cipher cipher(int mode, long number, boolean isLast) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(12)
                .put(3, (byte) (isLast ? 1 : 0))
                .putLong(4, number)
                .array();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(head);
        return cipher;
    }

    private static byte[] derive(char[] passphrase, byte[] salt, int kibibytes, int passes, int lanes) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(kibibytes)
                .withIterations(passes)
                .withParallelism(lanes)
                .build());
        var derived = new byte[KEY + CHECK];
        generator.generateBytes(passphrase, derived);
        return derived;
    }

    static byte[] digest(byte[] bytes) {
        return Digests.sha256().digest(bytes);
    }
}
