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
        return text.codePoints().map(c -> isHalf(c) ? 1 : 2).sum();
    }

    /// Whether every character is half width; true for the empty text.
    public static boolean allHalf(String text) {
        return text.codePoints().allMatch(Widths::isHalf);
    }

    /// Whether every character is full width; true for the empty text.
    public static boolean allFull(String text) {
        return text.codePoints().noneMatch(Widths::isHalf);
    }

    /// Whether a space of either width stands anywhere in the text.
    public static boolean hasSpace(String text) {
        return text.codePoints().anyMatch(c -> c == ' ' || c == '　' || c == '\t' || c == '\n' || c == '\r');
    }

    /// Whether the text is full-width katakana only: letters, the long-vowel mark, the middle dot and hyphens.
    public static boolean isKatakanaName(String text) {
        return !text.isEmpty()
                && text.codePoints()
                        .allMatch(c -> (c >= 'ァ' && c <= 'ヺ') || c == 'ー' || c == '・' || c == '－' || c == '．');
    }

    /// The form for comparing (照合用): NFKC, spaces removed.
    public static String forMatching(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "");
    }

    private static boolean isHalf(int c) {
        return c <= ASCII_END || (c >= HALF_KATAKANA_FIRST && c <= HALF_KATAKANA_LAST);
    }
}
