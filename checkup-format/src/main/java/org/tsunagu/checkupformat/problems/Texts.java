package org.tsunagu.checkupformat.problems;

import org.tsunagu.codes.text.Widths;

/// Lengths of texts as the national formats count them (文字数).
final class Texts {

    private Texts() {}

    /// Whether a text has at most so many bytes, full width counting 2.
    static boolean fits(String text, int bytes) {
        return text.length() * 2 <= bytes || Widths.bytes(text) <= bytes;
    }
}
