package org.tsunagu.claimsformat.disease;

import java.util.List;
import java.util.stream.Stream;

/// The ICD-10 codes of one group (ICD-10の範囲): `I01,I020,I05-I09`. A token of four characters matches
/// the first four of a code, one of three the first three; ranges include both ends.
record IcdRanges(List<Token> tokens) {

    /// How narrowly a range fits a code when it does not fit at all.
    static final int NO_MATCH = Integer.MAX_VALUE;

    /// A wider range than any of four characters can be: those of three characters come after all of them.
    private static final int THREE_CHARACTERS = 1 << 20;

    private static final int LETTER = 1000;

    /// Reads the cell of a table; empty for an empty cell.
    static IcdRanges of(String cell) {
        return new IcdRanges(Stream.of(cell.split(","))
                .filter(token -> !token.isBlank())
                .map(Token::of)
                .toList());
    }

    /// How narrowly the ranges fit a code in normal form: the smaller the better, [#NO_MATCH] when they
    /// do not.
    int fit(String icd) {
        var best = NO_MATCH;
        for (var token : tokens) {
            best = Math.min(best, token.fit(icd));
        }
        return best;
    }

    /// Whether a code in normal form is in one of the ranges.
    boolean has(String icd) {
        return fit(icd) != NO_MATCH;
    }

    /// One code or one range of codes (範囲の1つ), both ends of the same length.
    record Token(String from, String to) {

        static Token of(String text) {
            var dash = text.indexOf('-');
            var from = dash < 0 ? text : text.substring(0, dash);
            var to = dash < 0 ? text : text.substring(dash + 1);
            var isRight = from.length() == to.length()
                    && from.compareTo(to) <= 0
                    && (from.length() == Icd10.CATEGORY || from.length() == Icd10.LONGEST);
            if (!isRight) {
                throw new IllegalArgumentException("range of ICD-10 codes: " + text);
            }
            return new Token(from, to);
        }

        private int fit(String icd) {
            var length = from.length();
            if (icd.length() < length) {
                return NO_MATCH;
            }
            var part = icd.substring(0, length);
            var isIn = from.compareTo(part) <= 0 && part.compareTo(to) <= 0;
            if (!isIn) {
                return NO_MATCH;
            }
            return number(to) - number(from) + (length == Icd10.CATEGORY ? THREE_CHARACTERS : 0);
        }

        private static int number(String code) {
            var number = code.charAt(0) * LETTER;
            var rest = 0;
            for (var i = 1; i < code.length(); i++) {
                rest = rest * 10 + Character.digit(code.charAt(i), Character.MAX_RADIX);
            }
            return number + rest;
        }
    }
}
