package org.tsunagu.checkupformat.cda;

import java.util.Arrays;

/// Text of an element as a person reads it (本文). Line breaks with their indentation around the text, and blank pieces
/// between elements, are layout of the file and fall away, in a text of one line also those within; every other
/// character stays as written.
final class FlowText {

    private static final int USUAL_LENGTH = 64;

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
