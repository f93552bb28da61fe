package org.tsunagu.letters;

import java.util.Locale;
import org.tsunagu.letters.layout.Modules;

/// An address as a QR code for the screen (画面用のQRコード): one `svg` element of black squares with the quiet margin that
/// scanners need, without style attributes.
public final class QrPicture {

    /// What the standard asks for around the code.
    private static final int MARGIN = 4;

    private QrPicture() {}

    /// Draws it.
    ///
    /// @param content the address
    /// @param label what it is, for whoever cannot see it
    public static String svg(String content, String label) {
        var squares = Modules.of(content);
        var path = new StringBuilder();
        for (var one : squares.squares()) {
            path.append(String.format(
                    Locale.ROOT, "M%d %dh%dv%dh-%dz", one.x(), one.y(), one.width(), one.height(), one.width()));
        }
        var side = squares.side() + 2 * MARGIN;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ts-qr\" role=\"img\" viewBox=\"-%d -%d %d %d\" aria-label=\"%s\">"
                        .formatted(MARGIN, MARGIN, side, side, escaped(label))
                + "<rect x=\"-%d\" y=\"-%d\" width=\"%d\" height=\"%d\" fill=\"#fff\"/>"
                        .formatted(MARGIN, MARGIN, side, side)
                + "<path d=\"%s\" fill=\"#000\"/></svg>".formatted(path);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
