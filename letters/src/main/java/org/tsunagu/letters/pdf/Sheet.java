package org.tsunagu.letters.pdf;

import java.awt.geom.AffineTransform;
import java.util.Set;
import java.util.TreeSet;

/// The content of one page while it is written (紙面): millimetres from the upper left corner. Texts and
/// tables only in black and greys, pictures in their colours.
public final class Sheet {

    /// A4 (幅).
    public static final double WIDTH = 210;

    /// A4 (高さ).
    public static final double HEIGHT = 297;

    private static final double POINTS = 72 / 25.4;
    private static final double HALF = 0.5;
    private static final int FIRST_SIZE = 4096;

    private final FontSet fonts;
    private final StringBuilder out = new StringBuilder(FIRST_SIZE);

    private final Set<Integer> missing = new TreeSet<>();

    private int marks;

    Sheet(FontSet fonts) {
        this.fonts = fonts;
    }

    /// Begins what a reading aloud says; gives its number on this page.
    int begin(String type) {
        out.append('/').append(type).append("<</MCID ").append(marks).append(">>BDC\n");
        return marks++;
    }

    /// Begins what a reading aloud leaves out (飾り).
    public void beginArtifact() {
        out.append("/Artifact BMC\n");
    }

    /// Ends what was begun last.
    public void end() {
        out.append("EMC\n");
    }

    /// Writes a line of text from a point on the base line; nothing for the empty text.
    public void text(String text, double x, double baseline, Type type) {
        if (text.isEmpty()) {
            return;
        }
        out.append("BT ");
        point(x, baseline);
        out.append(" Td ");
        var from = 0;
        while (from < text.length()) {
            from = run(text, from, type);
        }
        out.append("ET\n");
    }

    /// One run in one font; gives where the next begins.
    private int run(String text, int from, Type type) {
        var font = fonts.of(type.face(), text.codePointAt(from)).font();
        out.append("/F").append(font).append(' ');
        Syntax.number(out, type.points()).append(" Tf[<");
        var i = from;
        while (i < text.length()) {
            var character = text.codePointAt(i);
            var glyph = fonts.of(type.face(), character);
            if (glyph.font() != font) {
                break;
            }
            if (!fonts.has(character)) {
                missing.add(character);
            }
            fonts.use(glyph, character);
            glyph(
                    glyph,
                    type.isTabular() && FontSet.isDigit(character) ? fonts.digitWidth(type.face()) : glyph.width());
            i += Character.charCount(character);
        }
        out.append(">]TJ ");
        return i;
    }

    /// A glyph in the middle of its advance.
    private void glyph(Glyph glyph, int advance) {
        var room = advance - glyph.width();
        if (room != 0) {
            shift(room * HALF);
        }
        Syntax.glyph(out, glyph.id());
        if (room != 0) {
            shift(room * HALF);
        }
    }

    private void shift(double thousandths) {
        out.append('>');
        Syntax.number(out, -thousandths).append('<');
    }

    /// Draws a line.
    ///
    /// @param width in points
    public void line(double x1, double y1, double x2, double y2, double width) {
        Syntax.number(out, width).append(" w ");
        point(x1, y1);
        out.append(" m ");
        point(x2, y2);
        out.append(" l S\n");
    }

    /// Fills a rectangle.
    ///
    /// @param grey 0 black to 1 white
    public void fill(double x, double y, double width, double height, double grey) {
        Syntax.number(out, grey).append(" g ");
        rectangle(x, y, width, height);
        out.append("f 0 g\n");
    }

    /// Draws a picture into a width; gives how high it is.
    public double draw(Drawing drawing, double x, double y, double width) {
        var unit = width / drawing.width();
        var place = new AffineTransform(unit * POINTS, 0, 0, -unit * POINTS, x * POINTS, (HEIGHT - y) * POINTS);
        new Strokes(out, place, unit * POINTS).write(drawing);
        return drawing.height() * unit;
    }

    /// Black rectangles filled together, as barcodes need them: `end` after the last.
    public void rectangle(double x, double y, double width, double height) {
        point(x, y + height);
        out.append(' ');
        Syntax.number(out, width * POINTS).append(' ');
        Syntax.number(out, height * POINTS).append(" re ");
    }

    /// Fills the rectangles since the last fill.
    public void fillRectangles() {
        out.append("f\n");
    }

    private void point(double x, double y) {
        Syntax.number(out, x * POINTS).append(' ');
        Syntax.number(out, (HEIGHT - y) * POINTS);
    }

    /// Characters that no font has (印刷できない文字): where they should stand is 〓.
    public Set<Integer> missing() {
        return missing;
    }

    int marks() {
        return marks;
    }

    String content() {
        return out.toString();
    }
}
