package org.tsunagu.checkupformat.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Names of entries (項目名): decoded, with `/` between folders, and looked at for what would be dangerous on a disk.
final class EntryNames {

    private static final int UTF8_FLAG = 1 << 11;
    private static final int LONGEST_SHOWN = 120;
    private static final char DELETE = 0x7f;
    private static final Charset JAPANESE = Charset.forName("windows-31j");

    private EntryNames() {}

    /// UTF-8 when the entry says so or when it is; else what Japanese Windows writes.
    static String decode(byte[] bytes, int start, int length, int flags) {
        if (isAscii(bytes, start, length)) {
            return new String(bytes, start, length, StandardCharsets.ISO_8859_1).replace('\\', '/');
        }
        var isUtf8 = (flags & UTF8_FLAG) != 0 || isUtf8(bytes, start, length);
        return new String(bytes, start, length, isUtf8 ? StandardCharsets.UTF_8 : JAPANESE).replace('\\', '/');
    }

    private static boolean isAscii(byte[] bytes, int start, int length) {
        for (var i = start; i < start + length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] bytes, int start, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /// Whether a name leads out of the archive or cannot be a file name.
    static boolean isDangerous(String name) {
        var hasDrive = name.length() > 1 && name.charAt(1) == ':';
        if (name.isEmpty() || name.startsWith("/") || hasDrive) {
            return true;
        }
        if (name.chars().anyMatch(c -> c < ' ' || c == DELETE)) {
            return true;
        }
        return name.contains("..") && ("/" + name + "/").contains("/../");
    }

    /// Folders above the file.
    static int depth(String name) {
        return (int) name.chars().filter(c -> c == '/').count();
    }

    /// A name for a message.
    static String shown(String name) {
        var plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN) + "…";
    }
}
