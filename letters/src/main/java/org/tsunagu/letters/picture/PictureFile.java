package org.tsunagu.letters.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.tsunagu.letters.pdf.Drawing;
import org.tsunagu.letters.pdf.FontSet;
import org.tsunagu.letters.pdf.SvgReader;

/// Writes a chart as PNG (グラフの画像): drawn with the fonts of this module, the same on every machine.
public final class PictureFile {

    private static final int SCALE = 2;
    private static final long MOST_PIXELS = 40_000_000;

    private PictureFile() {}

    /// Writes it to a stream, which stays open.
    ///
    /// @param svg as `charts` has drawn it
    /// @throws IllegalArgumentException if it is no picture of ours or far too large
    public static void png(String svg, OutputStream out) throws IOException {
        try (var fonts = new FontSet()) {
            var drawing = SvgReader.read(svg, fonts);
            var width = (int) Math.ceil(drawing.width() * SCALE);
            var height = (int) Math.ceil(drawing.height() * SCALE);
            if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
                throw new IllegalArgumentException("a picture of %d by %d".formatted(width, height));
            }
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var graphics = image.createGraphics();
            try {
                graphics.setColor(Color.WHITE);
                graphics.fillRect(0, 0, width, height);
                graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
                graphics.scale(SCALE, SCALE);
                drawing.pieces().forEach(piece -> draw(piece, graphics));
            } finally {
                graphics.dispose();
            }
            ImageIO.write(image, "png", out);
        }
    }

    private static void draw(Drawing.Piece piece, Graphics2D graphics) {
        graphics.setClip(piece.clip().orElse(null));
        piece.fill().ifPresent(colour -> {
            graphics.setColor(new Color(colour));
            graphics.fill(piece.outline());
        });
        piece.line().ifPresent(line -> {
            graphics.setColor(new Color(line.colour()));
            var dashes = new float[line.dashes().size()];
            for (var i = 0; i < dashes.length; i++) {
                dashes[i] = line.dashes().get(i).floatValue();
            }
            graphics.setStroke(new BasicStroke(
                    (float) line.width(),
                    BasicStroke.CAP_BUTT,
                    BasicStroke.JOIN_ROUND,
                    1,
                    dashes.length == 0 ? null : dashes,
                    0));
            graphics.draw(piece.outline());
        });
    }
}
