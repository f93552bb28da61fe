package org.tsunagu.checkupformat.cda;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// The encoding of an XML file (文字コード) as its first bytes show it. Only UTF-8 is read.
final class Encodings {

    private static final int DECLARATION_LENGTH = 256;
    private static final int NAME_LENGTH = 40;
    private static final byte[] UTF8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] BIG_MARK = {(byte) 0xfe, (byte) 0xff};
    private static final byte[] LITTLE_MARK = {(byte) 0xff, (byte) 0xfe};
    private static final byte[] BIG_START = {0, '<'};
    private static final byte[] LITTLE_START = {'<', 0};
    private static final byte[] WIDE_START = {0, 0};
    private static final byte[] DECLARATION_START = {'<', '?', 'x', 'm', 'l'};

    private Encodings() {}

    /// Whether a UTF-8 byte order mark (BOM) comes first.
    static boolean hasMark(byte[] bytes) {
        return startsWith(bytes, 0, UTF8_MARK);
    }

    /// The encoding when it is not UTF-8; empty when it is, or when nothing says otherwise.
    static String foreign(byte[] bytes) {
        if (startsWith(bytes, 0, BIG_MARK)
                || startsWith(bytes, 0, LITTLE_MARK)
                || startsWith(bytes, 0, BIG_START)
                || startsWith(bytes, 0, LITTLE_START)) {
            return "UTF-16";
        }
        if (startsWith(bytes, 0, WIDE_START)) {
            return "UTF-32";
        }
        var declared = declared(bytes, hasMark(bytes) ? UTF8_MARK.length : 0);
        return declared.isEmpty() || declared.equalsIgnoreCase("UTF-8") || declared.equalsIgnoreCase("UTF8")
                ? ""
                : plain(declared);
    }

    /// Whether the bytes are UTF-8 from beginning to end.
    static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String declared(byte[] bytes, int from) {
        if (!startsWith(bytes, from, DECLARATION_START)) {
            return "";
        }
        var length = Math.min(bytes.length - from, DECLARATION_LENGTH);
        var start = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        var end = start.indexOf("?>");
        var name = start.indexOf("encoding");
        if (name < 0 || name > end) {
            return "";
        }
        var open = name;
        while (open < end && start.charAt(open) != '"' && start.charAt(open) != '\'') {
            open++;
        }
        var close = start.indexOf(start.charAt(open), open + 1);
        return close < 0 || close > end ? "" : start.substring(open + 1, close);
    }

    /// Nothing of the file but a name goes into a message.
    private static String plain(String name) {
        var letters = name.replaceAll("[^A-Za-z0-9._-]", "");
        return letters.isEmpty() ? "unknown" : letters.substring(0, Math.min(letters.length(), NAME_LENGTH));
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] start) {
        if (bytes.length - from < start.length) {
            return false;
        }
        for (var i = 0; i < start.length; i++) {
            if (bytes[from + i] != start[i]) {
                return false;
            }
        }
        return true;
    }
}
