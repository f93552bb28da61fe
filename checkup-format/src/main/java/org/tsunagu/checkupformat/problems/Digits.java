package org.tsunagu.checkupformat.problems;

/// Texts of ASCII digits (数字列).
final class Digits {

    private Digits() {}

    /// Whether the text is digits only and not empty.
    static boolean only(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// Whether the text is exactly so many digits.
    static boolean only(String text, int length) {
        return text.length() == length && only(text);
    }

    /// Whether the text is a whole number from one value to another, without sign.
    static boolean within(String text, long lowest, long highest) {
        if (!only(text) || text.length() > String.valueOf(highest).length()) {
            return false;
        }
        var number = Long.parseLong(text);
        return lowest <= number && number <= highest;
    }

    /// The text without zeros on the left.
    static String withoutLeftZeros(String text) {
        var from = 0;
        while (from < text.length() - 1 && text.charAt(from) == '0') {
            from++;
        }
        return text.substring(from);
    }
}
