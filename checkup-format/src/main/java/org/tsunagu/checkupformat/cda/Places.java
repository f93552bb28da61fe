package org.tsunagu.checkupformat.cda;

import javax.xml.stream.Location;

/// Line and column of places in a file (行・桁), from 1 and in characters. The parser counts columns in bytes, and takes
/// the blanks before the root element for a part of it.
final class Places {

    private static final int CONTINUATION = 0x80;
    private static final int CONTINUATION_MASK = 0xc0;

    private final byte[] bytes;
    private int line;
    private int column;
    private int lineStart = -1;
    private int offset;

    Places(byte[] bytes) {
        this.bytes = bytes;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    /// Moves to a place the parser names. Places mostly come in the order of the file: within a line the count goes on
    /// from the last one.
    Places to(Location location) {
        var target = Math.clamp(location.getCharacterOffset(), 0, bytes.length);
        var start = Math.clamp((long) target - location.getColumnNumber() + 1, 0, target);
        var row = location.getLineNumber();
        while (target < bytes.length && bytes[target] >= 0 && bytes[target] <= ' ') {
            if (bytes[target] == '\n') {
                row++;
                start = target + 1;
            }
            target++;
        }
        return to(row, start, target);
    }

    /// Moves to a place of which the line and the start of that line are known.
    Places to(int row, int start, int target) {
        if (start != lineStart || target < offset) {
            lineStart = start;
            offset = start;
            column = 1;
        }
        line = row;
        column += characters(bytes, offset, target);
        offset = target;
        return this;
    }

    /// Characters between two places of UTF-8 text, counted without building them.
    static int characters(byte[] bytes, int from, int to) {
        var count = 0;
        for (var i = from; i < to; i++) {
            count += (bytes[i] & CONTINUATION_MASK) == CONTINUATION ? 0 : 1;
        }
        return count;
    }
}
