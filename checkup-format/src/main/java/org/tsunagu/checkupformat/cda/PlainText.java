package org.tsunagu.checkupformat.cda;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Passes over the text between tags of plain XML (タグ間の文字の走査): every character allowed, UTF-8 in order, lines counted.
/// What needs more thought than that is not plain.
final class PlainText {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPACES = 0x2020202020202020L;
    private static final int CONTINUATION = 0x80;
    private static final int CONTINUATION_MASK = 0xc0;
    private static final String[] ENTITIES = {"amp;", "lt;", "gt;", "quot;", "apos;"};

    private byte[] bytes = {};
    private int line;
    private int lineStart;
    private boolean isBlank;

    /// Begins a document.
    void open(byte[] document) {
        bytes = document;
        line = 1;
        lineStart = 0;
    }

    int line() {
        return line;
    }

    /// Where the current line begins.
    int lineStart() {
        return lineStart;
    }

    /// Whether what was passed over last was only layout.
    boolean isBlank() {
        return isBlank;
    }

    /// Line breaks within a tag.
    void newLines(int count, int last) {
        line += count;
        lineStart = last + 1;
    }

    /// The place of the next `<`, or the end of the document.
    int skip(int from) throws NotPlain {
        return skip(from, bytes.length);
    }

    /// The place of the next `<`, or `to`.
    int skip(int from, int to) throws NotPlain {
        var p = from;
        isBlank = true;
        while (p < to) {
            var b = bytes[p];
            if (b == '<') {
                return p;
            }
            if (b == '\n') {
                p = newLine(p);
            } else if (b > ' ') {
                isBlank = false;
                p = ascii(b, p);
            } else if (b < 0) {
                isBlank = false;
                p = wide(p);
            } else if (b == ' ' || b == '\t') {
                p++;
            } else {
                p = carriageReturn(b, p);
            }
        }
        return p;
    }

    private int newLine(int at) {
        line++;
        lineStart = at + 1;
        var p = at + 1;
        while (p <= bytes.length - Long.BYTES) {
            var others = (long) LONG.get(bytes, p) ^ SPACES;
            if (others != 0) {
                return p + Long.numberOfTrailingZeros(others) / Byte.SIZE;
            }
            p += Long.BYTES;
        }
        return p;
    }

    private int ascii(byte b, int at) throws NotPlain {
        if (b == '&') {
            return entity(at + 1);
        }
        if (b == 0x7f || (b == '>' && at > 1 && bytes[at - 1] == ']' && bytes[at - 2] == ']')) {
            throw new NotPlain();
        }
        return at + 1;
    }

    private int entity(int at) throws NotPlain {
        for (var entity : ENTITIES) {
            if (startsWith(entity, at)) {
                return at + entity.length();
            }
        }
        throw new NotPlain();
    }

    private boolean startsWith(String text, int at) {
        if (at + text.length() > bytes.length) {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Only as the first half of a line break.
    private int carriageReturn(byte b, int at) throws NotPlain {
        if (b != '\r' || at + 1 >= bytes.length || bytes[at + 1] != '\n') {
            throw new NotPlain();
        }
        return at + 1;
    }

    /// A character of two to four bytes, as the Unicode standard has them (table 3-7).
    private int wide(int at) throws NotPlain {
        var first = bytes[at] & 0xff;
        if (first >= 0xe1 && first <= 0xee && first != 0xed) {
            require(at + 2 < bytes.length && isContinuation(at + 1) && isContinuation(at + 2));
            return at + 3;
        }
        if (first >= 0xc2 && first <= 0xdf) {
            require(at + 1 < bytes.length && isContinuation(at + 1));
            var isControl = first == 0xc2 && (bytes[at + 1] & 0xff) < 0xa0;
            require(!isControl);
            return at + 2;
        }
        require(first >= 0xef && at + 3 < bytes.length);
        var second = bytes[at + 1] & 0xff;
        if (first == 0xef) {
            require(isContinuation(at + 1)
                    && isContinuation(at + 2)
                    && !(second == 0xbf && bytes[at + 2] >= (byte) 0xbe));
            return at + 3;
        }
        require(first == 0xf0 && second >= 0x90 && isContinuation(at + 1));
        require(isContinuation(at + 2) && isContinuation(at + 3));
        return at + 4;
    }

    private boolean isContinuation(int at) {
        return (bytes[at] & CONTINUATION_MASK) == CONTINUATION;
    }

    private static void require(boolean condition) throws NotPlain {
        if (!condition) {
            throw new NotPlain();
        }
    }
}
