package org.tsunagu.checkupformat.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Expands files of an archive one after the other (展開), never beyond the size declared. One thread at a time.
final class Expander {

    private static final int SIGNATURE = 0x04034b50;
    private static final int HEADER = 30;
    private static final int FLAGS = 6;
    private static final int METHOD = 8;
    private static final int NAME_LENGTH = 26;
    private static final int EXTRA_LENGTH = 28;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /// Room for the local header's names, so that small files come with one read.
    private static final int USUAL_NAMES = 256;
    private static final int WINDOW = 1 << 16;

    private final Window window = new Window(WINDOW);
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] beyond = new byte[1];
    private final FileChannel channel;
    private final EndRecord end;

    /// Data of the current file that are not in the window yet: from here, so many bytes.
    private long position;
    private long remaining;

    Expander(FileChannel channel, EndRecord end) {
        this.channel = channel;
        this.end = end;
    }

    byte[] expand(ArchiveEntry entry) throws IOException, RefusedArchive {
        if (entry.method() != STORED && entry.method() != DEFLATED) {
            throw new RefusedArchive("ARCHIVE-METHOD", "actual", String.valueOf(entry.method()));
        }
        var start = begin(entry);
        var result = new byte[(int) entry.size()];
        if (entry.method() == STORED) {
            copy(result, start, entry);
        } else {
            inflate(result, start);
        }
        checksum.reset();
        checksum.update(result);
        if (checksum.getValue() != entry.checksum()) {
            throw new RefusedArchive("ARCHIVE-CHECKSUM");
        }
        return result;
    }

    /// Reads the local header with the first of the data; gives the index in the window where they begin.
    private int begin(ArchiveEntry entry) throws IOException, RefusedArchive {
        var header = entry.offset() + end.shift();
        window.fill(channel, header, HEADER + USUAL_NAMES + entry.compressedSize());
        if (window.length() < HEADER || !window.has(SIGNATURE, 0)) {
            throw RefusedArchive.truncated("no-local-header");
        }
        if ((window.shortAt(FLAGS) & ENCRYPTED) != 0) {
            throw new RefusedArchive("ARCHIVE-ENCRYPTED");
        }
        if (window.shortAt(METHOD) != entry.method()) {
            throw RefusedArchive.truncated("local-header-differs");
        }
        var length = HEADER + window.shortAt(NAME_LENGTH) + window.shortAt(EXTRA_LENGTH);
        position = header + length;
        remaining = entry.compressedSize();
        if (position + remaining > end.start()) {
            throw RefusedArchive.truncated("beyond-directory");
        }
        return Math.min(length, window.length());
    }

    /// Takes what the window holds of the data from an index on; gives its length.
    private int take(int index) {
        var length = (int) Math.min(remaining, window.length() - index);
        position += length;
        remaining -= length;
        return length;
    }

    private int refill() throws IOException, RefusedArchive {
        window.fill(channel, position, remaining);
        if (window.length() == 0) {
            throw RefusedArchive.truncated("data-end");
        }
        return take(0);
    }

    private void copy(byte[] result, int start, ArchiveEntry entry) throws IOException, RefusedArchive {
        if (entry.compressedSize() != entry.size()) {
            throw RefusedArchive.truncated("sizes-differ");
        }
        var length = take(start);
        System.arraycopy(window.bytes(), start, result, 0, length);
        for (var written = length; written < result.length; written += length) {
            length = refill();
            System.arraycopy(window.bytes(), 0, result, written, length);
        }
    }

    private void inflate(byte[] result, int start) throws IOException, RefusedArchive {
        inflater.reset();
        inflater.setInput(window.bytes(), start, take(start));
        try {
            var written = 0;
            while (!inflater.finished()) {
                var count = written < result.length
                        ? inflater.inflate(result, written, result.length - written)
                        : -inflater.inflate(beyond, 0, 1);
                if (count < 0) {
                    throw RefusedArchive.truncated("longer-than-declared");
                }
                written += count;
                if (count == 0 && !inflater.finished()) {
                    feed();
                }
            }
            if (written < result.length) {
                throw RefusedArchive.truncated("shorter-than-declared");
            }
        } catch (DataFormatException e) {
            throw RefusedArchive.truncated("bad-data");
        }
    }

    private void feed() throws IOException, RefusedArchive {
        if (!inflater.needsInput()) {
            throw RefusedArchive.truncated("bad-data");
        }
        inflater.setInput(window.bytes(), 0, refill());
    }

    void end() {
        inflater.end();
    }
}
