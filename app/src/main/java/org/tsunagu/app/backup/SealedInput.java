package org.tsunagu.app.backup;

import java.io.IOException;
import java.io.InputStream;

/// Reads an encrypted file (復号して読む), a chunk in memory at a time; nothing is handed out that was not authenticated.
final class SealedInput extends InputStream {

    private final InputStream in;
    private final Sealing sealing;
    private byte[] sealed = new byte[0];
    private byte[] plain = new byte[0];
    private int next;
    private long number;
    private boolean isAtEnd;

    SealedInput(InputStream in, char[] passphrase) throws IOException {
        this.in = in;
        this.sealing = Sealing.of(in, passphrase);
        this.sealed = in.readNBytes(Sealing.CHUNK + Sealing.TAG);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (next == plain.length && !isAtEnd) {
            turn();
        }
        if (next == plain.length) {
            return -1;
        }
        var part = Math.min(length, plain.length - next);
        System.arraycopy(plain, next, bytes, from, part);
        next += part;
        return part;
    }

    private void turn() throws IOException {
        var following = in.readNBytes(Sealing.CHUNK + Sealing.TAG);
        isAtEnd = following.length == 0;
        plain = sealing.open(number++, isAtEnd, sealed, sealed.length);
        next = 0;
        sealed = following;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
