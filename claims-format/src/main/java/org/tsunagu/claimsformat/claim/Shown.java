package org.tsunagu.claimsformat.claim;

/// What of a field may stand in a message (表示してよい値): short codes and numbers. Anything else could be somebody's name
/// that has slipped into the wrong column.
final class Shown {

    private static final int LONGEST = 12;
    private static final String HIDDEN = "?";

    private Shown() {}

    static String code(String text) {
        if (text.length() > LONGEST) {
            return HIDDEN;
        }
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var isPlain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '+';
            if (!isPlain) {
                return HIDDEN;
            }
        }
        return text;
    }
}
