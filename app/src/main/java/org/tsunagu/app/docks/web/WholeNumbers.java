package org.tsunagu.app.docks.web;

import java.text.Normalizer;
import java.util.OptionalInt;

/// Whole numbers as people type them (金額・年齢の入力): full width, with commas, with 円 behind.
final class WholeNumbers {

    /// No fee in yen is higher than this.
    static final int MOST_YEN = 9_999_999;

    private static final int DIGITS = 7;

    private WholeNumbers() {}

    /// The number; empty for anything that is none, or is higher than allowed.
    static OptionalInt read(String typed, int most) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[,\\s円歳]", "");
        if (!text.matches("[0-9]+") || text.length() > DIGITS) {
            return OptionalInt.empty();
        }
        var number = Integer.parseInt(text);
        return number > most ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
