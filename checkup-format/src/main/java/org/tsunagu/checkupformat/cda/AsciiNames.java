package org.tsunagu.checkupformat.cda;

import java.nio.charset.StandardCharsets;

/// Names of elements and attributes in ASCII (要素名・属性名). A name is the same object as the literal a reader asks for, so
/// that
/// comparing them looks no further.
final class AsciiNames {

    private AsciiNames() {}

    static boolean isStart(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_';
    }

    static boolean isPart(byte b) {
        return isStart(b) || (b >= '0' && b <= '9') || b == '-' || b == '.';
    }

    static String of(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).intern();
    }
}
