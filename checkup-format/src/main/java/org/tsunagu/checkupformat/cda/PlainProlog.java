package org.tsunagu.checkupformat.cda;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The XML declaration a plain document may begin with (XML宣言): version 1.0, UTF-8.
final class PlainProlog {

    private static final int LONGEST = 128;
    private static final Pattern DECLARATION = Pattern.compile("<\\?xml version=(?:\"1\\.0\"|'1\\.0')"
            + "(?: encoding=(?:\"(?:UTF-8|utf-8)\"|'(?:UTF-8|utf-8)'))?"
            + "(?: standalone=(?:\"(?:yes|no)\"|'(?:yes|no)'))? ?\\?>");

    private PlainProlog() {}

    /// Where the declaration ends; 0 when there is none.
    static int end(byte[] document) throws NotPlain {
        if (document.length < 2 || document[0] != '<') {
            throw new NotPlain();
        }
        if (document[1] != '?') {
            return 0;
        }
        var start = new String(document, 0, Math.min(LONGEST, document.length), StandardCharsets.ISO_8859_1);
        var declaration = DECLARATION.matcher(start);
        if (!declaration.lookingAt()) {
            throw new NotPlain();
        }
        return declaration.end();
    }
}
