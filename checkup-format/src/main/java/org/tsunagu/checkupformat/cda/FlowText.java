package org.tsunagu.checkupformat.cda;

/// Text of an element as a person reads it (本文). Line breaks with their indentation around the text, and blank pieces
/// between elements, are layout of the file and fall away, in a text of one line also those within; every other
/// character stays as written.
final class FlowText {

    private final StringBuilder text = new StringBuilder();
    private final boolean isOneLine;
    private int runStart;

    FlowText(boolean isOneLine) {
        this.isOneLine = isOneLine;
    }

    void clear() {
        text.setLength(0);
        runStart = 0;
    }

    void append(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    int length() {
        return text.length();
    }

    /// An element begins or ends here.
    void endRun() {
        if (text.length() > runStart) {
            cleanRun();
        }
        runStart = text.length();
    }

    /// The text so far.
    String take() {
        endRun();
        var taken = text.isEmpty() ? "" : text.toString();
        clear();
        return taken;
    }

    private void cleanRun() {
        var to = runStart;
        var from = runStart;
        while (from < text.length()) {
            var end = endOfSpace(from);
            if (end == from) {
                text.setCharAt(to++, text.charAt(from++));
            } else {
                var isLayout = isLayout(from, end);
                while (from < end) {
                    var character = text.charAt(from++);
                    if (!isLayout) {
                        text.setCharAt(to++, character);
                    }
                }
            }
        }
        text.setLength(to);
    }

    private boolean isLayout(int from, int end) {
        var isFirst = from == runStart;
        var isLast = end == text.length();
        return (isFirst && isLast) || ((isOneLine || isFirst || isLast) && hasLineBreak(from, end));
    }

    private boolean hasLineBreak(int from, int end) {
        var lineBreak = text.indexOf("\n", from);
        return lineBreak >= 0 && lineBreak < end;
    }

    private int endOfSpace(int from) {
        var end = from;
        while (end < text.length() && text.charAt(end) <= ' ') {
            end++;
        }
        return end;
    }
}
