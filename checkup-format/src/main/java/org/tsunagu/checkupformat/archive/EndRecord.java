package org.tsunagu.checkupformat.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;

/// Where the central directory of a ZIP lies (終端レコード), also in the ZIP64 form and with something written before
/// the archive.
///
/// @param start of the directory in the file
/// @param size of the directory in bytes
/// @param count of entries as declared; only its last 16 bits are sure
/// @param shift what was written before the archive, in bytes: to be added to every offset
record EndRecord(long start, long size, long count, long shift) {

    private static final int SIGNATURE = 0x06054b50;
    private static final int LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int DISK = 4;
    private static final int COUNT = 10;
    private static final int SIZE = 12;
    private static final int OFFSET = 16;
    private static final int COMMENT = 20;

    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LOCATOR_POSITION = 8;

    private static final int WIDE_SIGNATURE = 0x06064b50;
    private static final int WIDE_LENGTH = 56;
    private static final int WIDE_COUNT = 32;
    private static final int WIDE_SIZE = 40;
    private static final int WIDE_OFFSET = 48;

    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int PDF_SIGNATURE = 0x46445025;
    private static final int RAR_SIGNATURE = 0x21726152;

    /// Searches the end of a file.
    static EndRecord find(FileChannel channel) throws IOException, RefusedArchive {
        var fileSize = channel.size();
        if (fileSize == 0) {
            throw new RefusedArchive("ARCHIVE-EMPTY");
        }
        var tail = new Window((int) Math.min(fileSize, LENGTH + LONGEST_COMMENT));
        var tailStart = fileSize - tail.capacity();
        tail.fill(channel, tailStart, tail.capacity());
        for (var i = tail.length() - LENGTH; i >= 0; i--) {
            if (tail.has(SIGNATURE, i) && i + LENGTH + tail.shortAt(i + COMMENT) <= tail.length()) {
                return read(channel, tail, i, tailStart);
            }
        }
        throw RefusedArchive.notZip(whatElse(channel));
    }

    private static EndRecord read(FileChannel channel, Window tail, int index, long tailStart)
            throws IOException, RefusedArchive {
        var locator = new Window(LOCATOR_LENGTH);
        var end = tailStart + index;
        if (end >= LOCATOR_LENGTH) {
            locator.fill(channel, end - LOCATOR_LENGTH, LOCATOR_LENGTH);
        }
        if (locator.has(LOCATOR_SIGNATURE, 0)) {
            return wide(channel, locator, end - LOCATOR_LENGTH);
        }
        if (tail.shortAt(index + DISK) != 0) {
            throw RefusedArchive.notZip("split-archive");
        }
        return of(tail.intAt(index + SIZE), tail.intAt(index + OFFSET), tail.shortAt(index + COUNT), end);
    }

    private static EndRecord wide(FileChannel channel, Window locator, long locatorPosition)
            throws IOException, RefusedArchive {
        var record = new Window(WIDE_LENGTH);
        var position = locator.longAt(LOCATOR_POSITION);
        if (position >= 0) {
            record.fill(channel, position, WIDE_LENGTH);
        }
        if (!record.has(WIDE_SIGNATURE, 0) && locatorPosition >= WIDE_LENGTH) {
            position = locatorPosition - WIDE_LENGTH;
            record.fill(channel, position, WIDE_LENGTH);
        }
        if (!record.has(WIDE_SIGNATURE, 0) || record.length() < WIDE_LENGTH) {
            throw RefusedArchive.notZip("bad-zip64-record");
        }
        return of(record.longAt(WIDE_SIZE), record.longAt(WIDE_OFFSET), record.longAt(WIDE_COUNT), position);
    }

    private static EndRecord of(long size, long offset, long count, long end) throws RefusedArchive {
        var start = end - size;
        var shift = start - offset;
        if (size < 0 || offset < 0 || count < 0 || start < 0 || shift < 0) {
            throw RefusedArchive.notZip("bad-directory");
        }
        return new EndRecord(start, size, count, shift);
    }

    private static String whatElse(FileChannel channel) throws IOException {
        var head = new Window(Integer.BYTES);
        head.fill(channel, 0, Integer.BYTES);
        if (head.has(LOCAL_SIGNATURE, 0)) {
            return "truncated";
        }
        if (head.has(PDF_SIGNATURE, 0)) {
            return "pdf";
        }
        return head.has(RAR_SIGNATURE, 0) ? "rar" : "no-end-record";
    }
}
