package org.tsunagu.checkupformat.csv;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import org.tsunagu.codes.item.Decimals;

/// One cell of a CSV (セル) with its place.
///
/// @param written as written, without spaces around it
/// @param plain the same with full and half width normalised (NFKC), for numbers, codes, dates and words
/// @param line from 1
/// @param column number of the cell in its line, from 1
record Cell(String written, String plain, int line, int column) {

    static Cell of(String text, int line, int column) {
        var written = text.strip();
        return new Cell(written, plain(written), line, column);
    }

    /// Full and half width normalised, no spaces around.
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /// The plain decimal a text is; empty when it is none.
    static Optional<BigDecimal> number(String text) {
        return Optional.ofNullable(Decimals.parse(text));
    }

    boolean isEmpty() {
        return plain.isEmpty();
    }
}
