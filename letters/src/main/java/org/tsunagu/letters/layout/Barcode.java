package org.tsunagu.letters.layout;

import org.tsunagu.letters.layout.Profile.Area;
import org.tsunagu.letters.pdf.Sheet;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;

/// Codes that a scanner reads (バーコード), drawn as black rectangles, never as a picture.
final class Barcode {

    private static final double NARROWEST_BAR = 0.25;

    private Barcode() {}

    /// A serial number as Code 128, as wide as its bars need and no wider than its place.
    ///
    /// @param content visible ASCII
    static void serial(String content, Area area, Sheet sheet) {
        var symbol = new Code128();
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setModuleWidth(1);
        symbol.setBarHeight(1);
        symbol.setContent(content);
        var module = Math.min(NARROWEST_BAR, area.width() / symbol.getWidth());
        draw(symbol, area, module, area.height() / symbol.getHeight(), sheet);
    }

    /// An address of a page as QR code, as large as its place.
    static void link(String content, Area area, Sheet sheet) {
        var symbol = new QrCode();
        symbol.setPreferredEccLevel(QrCode.EccLevel.M);
        symbol.setModuleWidth(1);
        symbol.setContent(content);
        var module = Math.min(area.width(), area.height()) / symbol.getWidth();
        draw(symbol, area, module, module, sheet);
    }

    private static void draw(Symbol symbol, Area area, double across, double down, Sheet sheet) {
        for (var bar : symbol.getRectangles()) {
            sheet.rectangle(area.x() + bar.x * across, area.y() + bar.y * down, bar.width * across, bar.height * down);
        }
        sheet.fillRectangles();
    }
}
