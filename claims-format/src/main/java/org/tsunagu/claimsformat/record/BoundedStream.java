package org.tsunagu.claimsformat.record;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A file of an archive while it is expanded, never beyond the limits (上限付きの展開).
final class BoundedStream extends FilterInputStream {

    private static final long HARMLESS = 1 << 20;

    private final ClaimFileLimits limits;
    private final long compressed;
    private long count;

    /// @param compressed bytes it was expanded from
    BoundedStream(InputStream in, ClaimFileLimits limits, long compressed) {
        super(in);
        this.limits = limits;
        this.compressed = Math.max(1, compressed);
    }

    @Override
    public int read() throws IOException {
        var read = super.read();
        add(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        var read = super.read(bytes, from, length);
        add(Math.max(read, 0));
        return read;
    }

    private void add(int more) throws LimitExceeded {
        count += more;
        if (count > limits.entryBytes()) {
            throw new LimitExceeded("CLM-ENTRY-SIZE", limits.entryBytes());
        }
        if (count > HARMLESS && count / compressed > limits.ratio()) {
            throw new LimitExceeded("CLM-ZIP-RATIO", limits.ratio());
        }
    }
}
