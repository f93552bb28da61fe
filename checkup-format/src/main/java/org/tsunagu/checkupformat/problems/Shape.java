package org.tsunagu.checkupformat.problems;

/// The outline of a text (文字の形): which kinds of characters stand where, never which characters. Messages show it for
/// what may identify a person: `１２-3` becomes `９９-9`.
final class Shape {

    private static final int LONGEST = 24;
    private static final String NOTHING = "-";

    private Shape() {}

    /// The outline; `-` for the empty text.
    static String of(String text) {
        if (text.isEmpty()) {
            return NOTHING;
        }
        var outline = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> outline.append(letter(c)));
        return text.codePointCount(0, text.length()) > LONGEST
                ? outline.append('…').toString()
                : outline.toString();
    }

    /// The text, or `-` for the empty one.
    static String orDash(String text) {
        return text.isEmpty() ? NOTHING : text;
    }

    private static char letter(int c) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            return '␣';
        }
        if (c == '　') {
            return '□';
        }
        if (Character.isDigit(c)) {
            return isAscii(c) ? '9' : '９';
        }
        return switch (Character.UnicodeScript.of(c)) {
            case LATIN -> isAscii(c) ? 'A' : 'Ａ';
            case HAN -> '漢';
            case KATAKANA -> c < '｡' ? 'ア' : 'ｱ';
            case HIRAGANA -> 'あ';
            default -> isAscii(c) ? (char) c : '〇';
        };
    }

    private static boolean isAscii(int c) {
        return c < '\u0080';
    }
}
