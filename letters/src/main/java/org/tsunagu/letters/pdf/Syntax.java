package org.tsunagu.letters.pdf;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Numbers and texts as PDF writes them (PDFの書式).
final class Syntax {

    private static final long THOUSAND = 1000;
    private static final int HUNDRED = 100;
    private static final int TEN = 10;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Syntax() {}

    /// A number with at most three decimals; much faster than a formatter.
    static StringBuilder number(StringBuilder out, double value) {
        var thousandths = Math.round(value * THOUSAND);
        if (thousandths < 0) {
            out.append('-');
            thousandths = -thousandths;
        }
        out.append(thousandths / THOUSAND);
        var rest = (int) (thousandths % THOUSAND);
        if (rest > 0) {
            out.append('.').append(rest / HUNDRED);
            rest %= HUNDRED;
            if (rest > 0) {
                out.append(rest / TEN);
                if (rest % TEN > 0) {
                    out.append(rest % TEN);
                }
            }
        }
        return out;
    }

    /// A text in UTF-16 with its mark, as titles and descriptions are written.
    static String text(String text) {
        return "<FEFF" + HEX.formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }

    /// A glyph as two bytes.
    static void glyph(StringBuilder out, int id) {
        HEX.toHexDigits(out, (byte) (id >>> Byte.SIZE));
        HEX.toHexDigits(out, (byte) id);
    }

    /// The UTF-16 code units of a character.
    static void unicode(StringBuilder out, int character) {
        for (var unit : Character.toChars(character)) {
            glyph(out, unit);
        }
    }
}
