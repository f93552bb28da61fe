package org.tsunagu.claimsformat.record;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/// A file of an archive while it is expanded, never beyond the limits (上限付きの展開), and as it was
/// packed: its check sum is looked at when it ends.
final class BoundedStream extends FilterInputStream {

    private static final long HARMLESS = 1 << 20;

    private final ClaimFileLimits limits;
    private final long compressed;
    private final long crc;
    private final CRC32 sum = new CRC32();
    private long count;

    /// @param compressed bytes it was expanded from
    /// @param crc check sum that the archive names; -1 when somebody else looks at it
    BoundedStream(InputStream in, ClaimFileLimits limits, long compressed, long crc) {
        super(in);
        this.crc = crc;
        this.limits = limits;
        this.compressed = Math.max(1, compressed);
    }

    @Override
    public int read() throws IOException {
        var read = super.read();
        if (read < 0) {
            end();
        } else {
            sum.update(read);
            add(1);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        var read = super.read(bytes, from, length);
        if (read < 0) {
            end();
        } else {
            sum.update(bytes, from, read);
            add(read);
        }
        return read;
    }

    private void end() throws ZipException {
        if (crc >= 0 && sum.getValue() != crc) {
            throw new ZipException("check sum");
        }
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
