package org.tsunagu.letters.text;

import java.text.Normalizer;

/// Makes text fit for setting (印字用の文字): what a font never holds is taken out or replaced where nothing is lost.
public final class Printable {

    private static final int NO_BREAK_HYPHEN = 0x2011;
    private static final int NO_BREAK_SPACE = 0xA0;
    private static final int HALF_KATAKANA_FIRST = 0xFF61;
    private static final int HALF_KATAKANA_LAST = 0xFF9F;

    private Printable() {}

    /// The text in one line: line feeds and tabs are spaces.
    public static String line(String text) {
        return lines(text).replace('\n', ' ');
    }

    /// The text with its line feeds; half-width katakana become full width with their voicing marks.
    public static String lines(String text) {
        var clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(character -> add(character, clean));
        return widened(clean.toString());
    }

    private static void add(int character, StringBuilder clean) {
        if (character == '\n') {
            clean.append('\n');
        } else if (character == NO_BREAK_HYPHEN) {
            clean.append('-');
        } else if (character == NO_BREAK_SPACE || character == '\t') {
            clean.append(' ');
        } else if (!isInvisible(character)) {
            clean.appendCodePoint(character);
        }
    }

    /// Variation selectors (葛󠄀 prints as 葛), joiners, marks of direction, and controls.
    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT -> true;
            default ->
                Character.UnicodeBlock.VARIATION_SELECTORS.equals(Character.UnicodeBlock.of(character))
                        || Character.UnicodeBlock.VARIATION_SELECTORS_SUPPLEMENT.equals(
                                Character.UnicodeBlock.of(character));
        };
    }

    /// Only runs of half-width katakana are normalised: elsewhere it would change kanji of names (神 and its kin).
    private static String widened(String text) {
        var wide = new StringBuilder(text.length());
        var from = 0;
        while (from < text.length()) {
            var to = from;
            while (to < text.length() && isHalfKatakana(text.charAt(to))) {
                to++;
            }
            if (to == from) {
                wide.append(text.charAt(from));
                from++;
            } else {
                wide.append(Normalizer.normalize(text.substring(from, to), Normalizer.Form.NFKC));
                from = to;
            }
        }
        return wide.toString();
    }

    private static boolean isHalfKatakana(char character) {
        return character >= HALF_KATAKANA_FIRST && character <= HALF_KATAKANA_LAST;
    }
}
