package org.tsunagu.letters.layout;

import org.tsunagu.letters.pdf.Sheet;
import org.tsunagu.letters.pdf.Sheets;
import org.tsunagu.letters.pdf.Type;

/// What stands at the foot of every page (フッター): serial number, page of pages, and whose letter it is.
public final class Furniture {

    private static final Type TYPE = Type.regular(8.5);
    private static final double BASELINE = 289;

    private Furniture() {}

    /// Writes it on all pages of a letter that is whole.
    ///
    /// @param left insurer
    /// @param mark that the page holds personal data
    public static void write(Sheets sheets, String left, String serial, String mark) {
        var pages = sheets.pages();
        for (var i = 0; i < pages.size(); i++) {
            var sheet = pages.get(i);
            sheet.beginArtifact();
            sheet.text(left, Paper.LEFT, BASELINE, TYPE);
            var middle = "%s　%d/%d".formatted(serial, i + 1, pages.size());
            sheet.text(middle, (Sheet.WIDTH - width(sheets, middle)) / 2, BASELINE, TYPE);
            sheet.text(mark, Paper.LEFT + Paper.TEXT_WIDTH - width(sheets, mark), BASELINE, TYPE);
            sheet.end();
        }
    }

    private static double width(Sheets sheets, String text) {
        return sheets.fonts().width(TYPE.face(), TYPE.points(), false, text);
    }
}
