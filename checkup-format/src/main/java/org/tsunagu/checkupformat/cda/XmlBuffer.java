package org.tsunagu.checkupformat.cda;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing buffer of UTF-8 XML (出力用バッファ): markup goes in as it is, values go in escaped. A character that XML
/// does not allow is refused before a byte of the document leaves the buffer.
final class XmlBuffer {

    private static final int LONGEST_ESCAPE = 6;
    private static final int INDENT = 2;
    private static final byte[] SPACES = utf8(" ".repeat(64));
    private static final byte[] AMPERSAND = utf8("&amp;");
    private static final byte[] LESS = utf8("&lt;");
    private static final byte[] GREATER = utf8("&gt;");
    private static final byte[] QUOTE = utf8("&quot;");

    private byte[] bytes = new byte[1 << 15];
    private int size;
    private String place = "";

    /// The bytes of fixed markup, made once.
    static byte[] utf8(String markup) {
        return markup.getBytes(StandardCharsets.UTF_8);
    }

    void clear() {
        size = 0;
    }

    /// Says where the next values belong, for the message when one of them cannot be written.
    void at(String newPlace) {
        place = newPlace;
    }

    String place() {
        return place;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    XmlBuffer raw(byte[] markup) {
        ensure(markup.length);
        System.arraycopy(markup, 0, bytes, size, markup.length);
        size += markup.length;
        return this;
    }

    /// The spaces before a line of this depth.
    XmlBuffer indent(int depth) {
        var length = depth * INDENT;
        ensure(length);
        System.arraycopy(SPACES, 0, bytes, size, length);
        size += length;
        return this;
    }

    /// One line of markup.
    XmlBuffer line(int depth, byte[] markup) {
        return indent(depth).raw(markup).newLine();
    }

    XmlBuffer newLine() {
        ensure(1);
        bytes[size++] = '\n';
        return this;
    }

    /// An attribute with its value, unless the value is empty.
    XmlBuffer attribute(byte[] nameAndQuote, String value) {
        if (!value.isEmpty()) {
            raw(nameAndQuote).escaped(value, true);
            ensure(1);
            bytes[size++] = '"';
        }
        return this;
    }

    /// A text between tags.
    XmlBuffer text(String value) {
        return escaped(value, false);
    }

    private XmlBuffer escaped(String value, boolean inAttribute) {
        ensure(value.length() * LONGEST_ESCAPE);
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c < 0x80) {
                ascii(c, inAttribute);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                four(Character.toCodePoint(c, value.charAt(++i)));
            } else {
                twoOrThree(c);
            }
        }
        return this;
    }

    private void ascii(char c, boolean inAttribute) {
        switch (c) {
            case '&' -> raw(AMPERSAND);
            case '<' -> raw(LESS);
            case '>' -> raw(GREATER);
            case '"' -> raw(QUOTE);
            case '\r' -> reference(c);
            case '\n', '\t' -> {
                if (inAttribute) {
                    reference(c);
                } else {
                    bytes[size++] = (byte) c;
                }
            }
            default -> {
                Strict.require(c >= ' ', place, "CHK-XML-001 a control character, not allowed in XML");
                bytes[size++] = (byte) c;
            }
        }
    }

    private void reference(char c) {
        raw(utf8("&#%d;".formatted((int) c)));
    }

    private void twoOrThree(char c) {
        if (c < 0x800) {
            bytes[size++] = (byte) (0xc0 | (c >> 6));
        } else {
            Strict.require(
                    !Character.isSurrogate(c) && c < 0xfffe, place, "CHK-XML-001 a character not allowed in XML");
            bytes[size++] = (byte) (0xe0 | (c >> 12));
            bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        }
        bytes[size++] = (byte) (0x80 | (c & 0x3f));
    }

    private void four(int c) {
        bytes[size++] = (byte) (0xf0 | (c >> 18));
        bytes[size++] = (byte) (0x80 | ((c >> 12) & 0x3f));
        bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        bytes[size++] = (byte) (0x80 | (c & 0x3f));
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
