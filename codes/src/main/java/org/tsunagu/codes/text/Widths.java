package org.tsunagu.codes.text;

import java.text.Normalizer;

/// Full and half width (全角・半角) as the national formats count them.
public final class Widths {

    private static final int ASCII_END = 0x7f;
    private static final int HALF_KATAKANA_FIRST = 0xff61;
    private static final int HALF_KATAKANA_LAST = 0xff9f;

    private Widths() {}

    /// Bytes in the legacy encoding (windows-31j): half width counts 1, everything else 2.
    public static int bytes(String text) {
        var bytes = 0;
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            bytes += isHalf(text.charAt(i)) ? 1 : 2;
        }
        return bytes;
    }

    /// Whether every character is half width; true for the empty text.
    public static boolean allHalf(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (!isHalf(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether every character is full width; true for the empty text.
    public static boolean allFull(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (isHalf(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether a space of either width stands anywhere in the text.
    public static boolean hasSpace(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == ' ' || c == '　' || c == '\t' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    /// Whether the text is full-width katakana only: letters, the long-vowel mark, the middle dot and hyphens.
    public static boolean isKatakanaName(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!((c >= 'ァ' && c <= 'ヺ') || c == 'ー' || c == '・' || c == '－' || c == '．')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// The form for comparing (照合用): NFKC, spaces removed.
    public static String forMatching(String text) {
        if (isVisibleAscii(text)) {
            return text;
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "");
    }

    private static boolean isVisibleAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= ASCII_END) {
                return false;
            }
        }
        return true;
    }

    /// Whether every character is an ASCII digit (半角数字); true for the empty text.
    public static boolean allDigits(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isHalf(int c) {
        return c <= ASCII_END || (c >= HALF_KATAKANA_FIRST && c <= HALF_KATAKANA_LAST);
    }
}
