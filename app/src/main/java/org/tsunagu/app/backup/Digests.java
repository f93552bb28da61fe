package org.tsunagu.app.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Counts and digests what goes through (要約値の計算); closing it leaves open what is below.
final class Digests extends FilterOutputStream {

    private final MessageDigest digest = sha256();
    private long size;

    Digests(OutputStream out) {
        super(out);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        digest.update(bytes, from, length);
        size += length;
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    long size() {
        return size;
    }

    /// Of everything so far; nothing may be written afterwards.
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
