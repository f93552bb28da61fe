package org.tsunagu.checkupformat.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;

/// The central directory of a ZIP (中央ディレクトリ), read from the file through a window each time it is walked: its
/// length costs no memory.
final class Directory {

    private static final int SIGNATURE = 0x02014b50;
    private static final int HEADER = 46;
    private static final int MADE_BY = 4;
    private static final int FLAGS = 8;
    private static final int METHOD = 10;
    private static final int CHECKSUM = 16;
    private static final int COMPRESSED_SIZE = 20;
    private static final int SIZE = 24;
    private static final int NAME_LENGTH = 28;
    private static final int EXTRA_LENGTH = 30;
    private static final int COMMENT_LENGTH = 32;
    private static final int ATTRIBUTES = 38;
    private static final int OFFSET = 42;

    private static final int WIDE_EXTRA = 1;
    private static final long WIDE = 0xffffffffL;

    /// Longer than the longest entry: a header with name, extra field and comment of 65,535 bytes each.
    private static final int WINDOW = 1 << 18;

    private final FileChannel channel;
    private final EndRecord end;

    Directory(FileChannel channel, EndRecord end) {
        this.channel = channel;
        this.end = end;
    }

    /// What is done with each entry, folders included.
    interface Visitor {
        /// Looks at one entry.
        ///
        /// @param madeBy system that wrote the entry
        /// @param attributes of that system, such as the mode of Unix
        void visit(ArchiveEntry entry, int madeBy, long attributes) throws RefusedArchive;
    }

    void forEach(Visitor visitor) throws IOException, RefusedArchive {
        var window = new Window((int) Math.min(WINDOW, Math.max(end.size(), HEADER)));
        var position = end.start();
        var remaining = end.size();
        var index = 0;
        while (remaining > 0) {
            var length = length(window, index);
            if (length > window.length() - index) {
                window.fill(channel, position, remaining);
                index = 0;
                length = length(window, 0);
                if (length > Math.min(remaining, window.length())) {
                    throw RefusedArchive.notZip("bad-directory");
                }
            }
            visitor.visit(entry(window, index), window.highByteAt(index + MADE_BY), window.intAt(index + ATTRIBUTES));
            index += length;
            position += length;
            remaining -= length;
        }
    }

    /// Length of the entry at an index; more than the window holds when the entry is not in it as a whole.
    private static int length(Window window, int index) throws RefusedArchive {
        if (window.length() - index < HEADER) {
            return Integer.MAX_VALUE;
        }
        if (!window.has(SIGNATURE, index)) {
            throw RefusedArchive.notZip("bad-directory");
        }
        return HEADER
                + window.shortAt(index + NAME_LENGTH)
                + window.shortAt(index + EXTRA_LENGTH)
                + window.shortAt(index + COMMENT_LENGTH);
    }

    private static ArchiveEntry entry(Window window, int index) {
        var flags = window.shortAt(index + FLAGS);
        var nameLength = window.shortAt(index + NAME_LENGTH);
        var size = window.intAt(index + SIZE);
        var compressedSize = window.intAt(index + COMPRESSED_SIZE);
        var offset = window.intAt(index + OFFSET);
        if (size == WIDE || compressedSize == WIDE || offset == WIDE) {
            var wide = new WideFields(window, index + HEADER + nameLength, window.shortAt(index + EXTRA_LENGTH));
            size = size == WIDE ? wide.next() : size;
            compressedSize = compressedSize == WIDE ? wide.next() : compressedSize;
            offset = offset == WIDE ? wide.next() : offset;
        }
        return new ArchiveEntry(
                EntryNames.decode(window.bytes(), index + HEADER, nameLength, flags),
                size,
                compressedSize,
                window.shortAt(index + METHOD),
                flags,
                window.intAt(index + CHECKSUM),
                offset);
    }

    /// The ZIP64 extra field: the wide numbers one after the other, only those that are needed.
    private static final class WideFields {
        private static final int TAG_LENGTH = 4;

        private final Window window;
        private int index;
        private int end;

        WideFields(Window window, int start, int length) {
            this.window = window;
            var limit = start + length;
            for (var i = start; i + TAG_LENGTH <= limit; i += TAG_LENGTH + window.shortAt(i + 2)) {
                if (window.shortAt(i) == WIDE_EXTRA) {
                    index = i + TAG_LENGTH;
                    end = Math.min(limit, index + window.shortAt(i + 2));
                }
            }
        }

        private long next() {
            if (index + Long.BYTES > end) {
                return WIDE;
            }
            index += Long.BYTES;
            return window.longAt(index - Long.BYTES);
        }
    }
}
