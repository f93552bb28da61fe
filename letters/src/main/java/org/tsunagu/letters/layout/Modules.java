package org.tsunagu.letters.layout;

import java.util.List;
import uk.org.okapibarcode.backend.QrCode;

/// The black squares of a QR code (QRコードのセル), counted in its smallest squares.
///
/// @param side how many squares there are in a row
public record Modules(int side, List<Square> squares) {

    /// Black squares in a row, or one.
    public record Square(int x, int y, int width, int height) {}

    /// The code of a text, of which a seventh may be unreadable.
    public static Modules of(String content) {
        var symbol = code(content);
        return new Modules(
                symbol.getWidth(),
                symbol.getRectangles().stream()
                        .map(one -> new Square((int) one.x, (int) one.y, (int) one.width, (int) one.height))
                        .toList());
    }

    static QrCode code(String content) {
        var symbol = new QrCode();
        symbol.setPreferredEccLevel(QrCode.EccLevel.M);
        symbol.setModuleWidth(1);
        symbol.setContent(content);
        return symbol;
    }
}
