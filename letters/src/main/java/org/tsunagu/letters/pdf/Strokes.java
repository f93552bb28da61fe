package org.tsunagu.letters.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Locale;

/// Writes a [Drawing] with the operators of PDF (図の書き出し): as sharp at any size as on paper.
final class Strokes {

    private static final int BYTE = 0xFF;
    private static final double WHOLE = 255;
    private static final double THIRD = 3;

    private final StringBuilder out;
    private final AffineTransform place;
    private final double unit;

    /// @param place where the picture lies, in points from the lower left corner
    /// @param unit points a unit of the picture
    Strokes(StringBuilder out, AffineTransform place, double unit) {
        this.out = out;
        this.place = place;
        this.unit = unit;
    }

    void write(Drawing drawing) {
        for (var piece : drawing.pieces()) {
            out.append("q ");
            piece.clip().ifPresent(clip -> {
                path(clip);
                out.append("W* n ");
            });
            piece.fill().ifPresent(colour -> {
                colour(colour, "rg ");
                path(piece.outline());
                out.append(piece.outline().getWindingRule() == Path2D.WIND_EVEN_ODD ? "f* " : "f ");
            });
            piece.line().ifPresent(line -> {
                colour(line.colour(), "RG ");
                Syntax.number(out, line.width() * unit).append(" w 1 j [");
                line.dashes().forEach(dash -> Syntax.number(out, dash * unit).append(' '));
                out.append("] 0 d ");
                path(piece.outline());
                out.append("S ");
            });
            out.append("Q\n");
        }
    }

    private void colour(int colour, String operator) {
        for (var shift = 2 * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.append(String.format(Locale.ROOT, "%.3f ", (colour >> shift & BYTE) / WHOLE));
        }
        out.append(operator);
    }

    private void path(Path2D path) {
        var point = new double[6];
        var last = new double[2];
        for (var i = path.getPathIterator(place); !i.isDone(); i.next()) {
            switch (i.currentSegment(point)) {
                case PathIterator.SEG_MOVETO -> points(point, 1, "m ", last);
                case PathIterator.SEG_LINETO -> points(point, 1, "l ", last);
                case PathIterator.SEG_CUBICTO -> points(point, 3, "c ", last);
                case PathIterator.SEG_QUADTO -> points(cubic(last, point), 3, "c ", last);
                default -> out.append("h ");
            }
        }
    }

    /// PDF has no curves with one middle point.
    private static double[] cubic(double[] from, double[] curve) {
        return new double[] {
            (from[0] + 2 * curve[0]) / THIRD,
            (from[1] + 2 * curve[1]) / THIRD,
            (curve[2] + 2 * curve[0]) / THIRD,
            (curve[3] + 2 * curve[1]) / THIRD,
            curve[2],
            curve[3]
        };
    }

    private void points(double[] points, int count, String operator, double[] last) {
        for (var i = 0; i < 2 * count; i++) {
            Syntax.number(out, points[i]).append(' ');
        }
        last[0] = points[2 * count - 2];
        last[1] = points[2 * count - 1];
        out.append(operator);
    }
}
