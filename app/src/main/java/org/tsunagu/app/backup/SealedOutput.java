package org.tsunagu.app.backup;

import java.io.IOException;
import java.io.OutputStream;

/// Writes an encrypted file (暗号化して書く), a chunk in memory at a time.
final class SealedOutput extends OutputStream {

    private final OutputStream out;
    private final Sealing sealing;
    private final byte[] chunk = new byte[Sealing.CHUNK];
    private int filled;
    private long number;
    private boolean isClosed;

    SealedOutput(OutputStream out, Sealing sealing) throws IOException {
        this.out = out;
        this.sealing = sealing;
        out.write(sealing.head());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        var next = from;
        while (next < from + length) {
            // A full chunk goes out when more follows: the last one must be known as the last.
            if (filled == chunk.length) {
                turn(false);
            }
            var part = Math.min(from + length - next, chunk.length - filled);
            System.arraycopy(bytes, next, chunk, filled, part);
            filled += part;
            next += part;
        }
    }

    private void turn(boolean isLast) throws IOException {
        out.write(sealing.seal(number++, isLast, chunk, filled));
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (!isClosed) {
            isClosed = true;
            turn(true);
            out.close();
        }
    }
}
