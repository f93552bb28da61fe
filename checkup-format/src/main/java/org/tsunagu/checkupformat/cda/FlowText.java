package org.tsunagu.checkupformat.cda;

import java.util.Arrays;

/// Text of an element as a person reads it (本文). Line breaks with their indentation around the text, and blank pieces
/// between elements, are layout of the file and fall away, in a text of one line also those within; every other
/// character stays as written.
final class FlowText {

    private static final int USUAL_LENGTH = 64;
    private static final byte LEAD_OF_THREE = (byte) 0xe0;
    private static final byte LEAD_OF_FOUR = (byte) 0xf0;

    private final boolean isOneLine;
    private char[] text = new char[USUAL_LENGTH];
    private int length;
    private int runStart;

    FlowText(boolean isOneLine) {
        this.isOneLine = isOneLine;
    }

    void clear() {
        length = 0;
        runStart = 0;
    }

    void append(char[] characters, int start, int count) {
        if (length + count > text.length) {
            text = Arrays.copyOf(text, Math.max(length + count, text.length * 2));
        }
        System.arraycopy(characters, start, text, length, count);
        length += count;
    }

    /// Adds UTF-8 text in which every character and entity was found in order.
    void append(byte[] utf8, int from, int to) {
        if (length + to - from > text.length) {
            text = Arrays.copyOf(text, Math.max(length + to - from, text.length * 2));
        }
        var p = from;
        while (p < to) {
            var b = utf8[p];
            if (b == '&') {
                p = entity(utf8, p + 1);
            } else if (b == '\r') {
                p++;
            } else if (b >= 0) {
                text[length++] = (char) b;
                p++;
            } else {
                p = wide(utf8, p);
            }
        }
    }

    private int entity(byte[] utf8, int at) {
        var second = utf8[at + 1];
        text[length++] = switch (utf8[at]) {
            case 'l' -> '<';
            case 'g' -> '>';
            case 'q' -> '"';
            default -> second == 'm' ? '&' : '\'';
        };
        var p = at;
        while (utf8[p] != ';') {
            p++;
        }
        return p + 1;
    }

    private int wide(byte[] utf8, int at) {
        var first = utf8[at];
        var size = first < LEAD_OF_THREE ? 2 : first < LEAD_OF_FOUR ? 3 : 4;
        var code = first & (0x7f >> size);
        for (var i = 1; i < size; i++) {
            code = (code << 6) | (utf8[at + i] & 0x3f);
        }
        length += Character.toChars(code, text, length);
        return at + size;
    }

    int length() {
        return length;
    }

    /// An element begins or ends here.
    void endRun() {
        if (length > runStart) {
            cleanRun();
        }
        runStart = length;
    }

    /// The text so far.
    String take() {
        endRun();
        var taken = length == 0 ? "" : new String(text, 0, length);
        clear();
        return taken;
    }

    private void cleanRun() {
        var to = runStart;
        var from = runStart;
        while (from < length) {
            if (text[from] > ' ') {
                text[to++] = text[from++];
                continue;
            }
            var end = endOfSpace(from);
            if (!isLayout(from, end)) {
                System.arraycopy(text, from, text, to, end - from);
                to += end - from;
            }
            from = end;
        }
        length = to;
    }

    private boolean isLayout(int from, int end) {
        var isFirst = from == runStart;
        var isLast = end == length;
        return (isFirst && isLast) || ((isOneLine || isFirst || isLast) && hasLineBreak(from, end));
    }

    private boolean hasLineBreak(int from, int end) {
        for (var i = from; i < end; i++) {
            if (text[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    private int endOfSpace(int from) {
        var end = from;
        while (end < length && text[end] <= ' ') {
            end++;
        }
        return end;
    }
}
