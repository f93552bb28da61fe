package org.tsunagu.app.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/// The digest of all bytes of a file that is not encrypted (末尾の要約値). It stands in the comment at the end of the ZIP, in
/// the place that was left for it, so that any ZIP program opens the file and no bit of it can change unseen.
final class EndSeal extends FilterOutputStream {

    /// What the comment is until the end is known.
    static final String PLACE = "0".repeat(64);

    private final MessageDigest digest = Digests.sha256();
    private final byte[] held = new byte[PLACE.length()];
    private int count;

    EndSeal(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /// The last bytes are held back: they may be the place.
    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        var all = Arrays.copyOf(held, count + length);
        System.arraycopy(bytes, from, all, count, length);
        var passed = Math.max(0, all.length - held.length);
        out.write(all, 0, passed);
        digest.update(all, 0, passed);
        count = all.length - passed;
        System.arraycopy(all, passed, held, 0, count);
    }

    @Override
    public void close() throws IOException {
        if (count > 0) {
            count = 0;
            out.write(HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII));
            out.close();
        }
    }

    /// Whether a file ends with the digest of what comes before.
    static boolean holds(InputStream in, long size) throws IOException {
        var digest = Digests.sha256();
        var left = size - PLACE.length();
        var buffer = new byte[1 << 16];
        while (left > 0) {
            var n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (n < 0) {
                return false;
            }
            digest.update(buffer, 0, n);
            left -= n;
        }
        var end = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        return end.equals(HexFormat.of().formatHex(digest.digest()));
    }
}
