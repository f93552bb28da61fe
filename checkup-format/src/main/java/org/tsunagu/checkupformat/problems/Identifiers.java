package org.tsunagu.checkupformat.problems;

import org.tsunagu.codes.text.Widths;

/// What symbol, number and name of an insured person must look like (記号・番号・氏名の形式), in documents and settlement files.
final class Identifiers {

    private final int characters = Limits.shipped().integer("symbol_characters");
    private final int bytes = Limits.shipped().integer("symbol_bytes");
    private final int nameBytes = Limits.shipped().integer("name_bytes");

    /// Whether a text may be a symbol or number: all of one width, without spaces, not too long.
    boolean isIdentifier(String text) {
        return (Widths.allHalf(text) || Widths.allFull(text))
                && !Widths.hasSpace(text)
                && !isTooLong(text)
                && Texts.fits(text, bytes);
    }

    /// Whether a symbol or number has too many characters for the schema.
    boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > characters;
    }

    /// Whether a text may be a name: full-width katakana without spaces.
    boolean isName(String text) {
        return Widths.isKatakanaName(text) && Texts.fits(text, nameBytes);
    }
}
