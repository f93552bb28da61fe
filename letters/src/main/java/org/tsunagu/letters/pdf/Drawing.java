package org.tsunagu.letters.pdf;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;

/// A picture as outlines (図の輪郭): what remains of an SVG when all text has become shapes.
///
/// @param width in units of the picture, `height` likewise
public record Drawing(double width, double height, List<Piece> pieces) {

    /// Copies the list.
    public Drawing {
        pieces = List.copyOf(pieces);
    }

    /// One outline, filled or drawn (図形).
    ///
    /// @param fill colour to fill it with, red, green and blue in one number
    /// @param line how its border is drawn
    /// @param clip only within this
    public record Piece(Path2D outline, Optional<Integer> fill, Optional<Line> line, Optional<Path2D> clip) {}

    /// How a border is drawn (線).
    ///
    /// @param width in units of the picture
    /// @param dashes lengths of lines and gaps in turn; empty for a whole line
    public record Line(int colour, double width, List<Double> dashes) {

        /// Copies the list.
        public Line {
            dashes = List.copyOf(dashes);
        }
    }
}
