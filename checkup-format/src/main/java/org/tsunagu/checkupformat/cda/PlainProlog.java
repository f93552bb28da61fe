package org.tsunagu.checkupformat.cda;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/// The XML declaration a plain document may begin with (XML宣言): version 1.0, UTF-8.
final class PlainProlog {

    private static final int LONGEST = 128;
    private static final Pattern DECLARATION = Pattern.compile("<\\?xml version=(?:\"1\\.0\"|'1\\.0')"
            + "(?: encoding=(?:\"(?:UTF-8|utf-8)\"|'(?:UTF-8|utf-8)'))?"
            + "(?: standalone=(?:\"(?:yes|no)\"|'(?:yes|no)'))? ?\\?>");

    /// What the last document began with; most begin alike.
    private byte[] last = {};

    /// Whether the document begins with the same declaration as the last plain one.
    boolean isAsBefore(byte[] document) {
        return last.length > 0
                && document.length >= last.length
                && Arrays.equals(last, 0, last.length, document, 0, last.length);
    }

    /// Where the declaration ends; 0 when there is none.
    int end(byte[] document) throws NotPlain {
        if (document.length < 2 || document[0] != '<') {
            throw new NotPlain();
        }
        if (document[1] != '?') {
            return 0;
        }
        if (isAsBefore(document)) {
            return last.length;
        }
        var start = new String(document, 0, Math.min(LONGEST, document.length), StandardCharsets.ISO_8859_1);
        var declaration = DECLARATION.matcher(start);
        if (!declaration.lookingAt()) {
            throw new NotPlain();
        }
        last = Arrays.copyOf(document, declaration.end());
        return last.length;
    }
}
