package org.tsunagu.letters.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads a picture that `charts` has drawn (グラフの読み取り): rectangles, lines, paths, texts and patterns,
/// nothing else of SVG. Texts become outlines in the fonts of this module, so that they look the same on
/// every machine.
public final class SvgReader {

    private static final String NONE = "none";
    private static final int HEX = 16;
    private static final double USUAL_SIZE = 12;

    private final FontSet fonts;
    private final List<Drawing.Piece> pieces = new ArrayList<>();
    private final Map<String, Tile> tiles = new HashMap<>();
    private double width;
    private double height;

    /// A pattern (模様).
    private record Tile(double size, int ground, Path2D figure, Drawing.Line line) {}

    private SvgReader(FontSet fonts) {
        this.fonts = fonts;
    }

    /// The picture as outlines.
    ///
    /// @param svg as a chart has it
    /// @throws IllegalArgumentException if it is no such picture
    public static Drawing read(String svg, FontSet fonts) {
        var reader = new SvgReader(fonts);
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var xml = factory.createXMLStreamReader(new StringReader(svg));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    reader.element(xml);
                }
            }
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("no picture", e);
        }
        return new Drawing(reader.width, reader.height, reader.pieces);
    }

    private void element(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "svg" -> size(xml);
            case "pattern" -> pattern(xml);
            case "rect" -> shape(rectangle(xml), xml);
            case "line" -> {
                var line = new Path2D.Double();
                line.moveTo(number(xml, "x1"), number(xml, "y1"));
                line.lineTo(number(xml, "x2"), number(xml, "y2"));
                add(line, Optional.empty(), line(xml));
            }
            case "path" -> shape(SvgPath.read(xml.getAttributeValue("", "d")), xml);
            case "text" -> text(xml);
            default -> {
                // Groups, titles and descriptions draw nothing.
            }
        }
    }

    /// The outermost counts; one inside another lies at its corner.
    private void size(XMLStreamReader xml) {
        if (width == 0) {
            width = number(xml, "width");
            height = number(xml, "height");
        }
    }

    private void pattern(XMLStreamReader xml) throws XMLStreamException {
        var id = xml.getAttributeValue("", "id");
        var size = number(xml, "width");
        xml.nextTag();
        var ground = colour(xml.getAttributeValue("", "fill")).orElseThrow();
        xml.nextTag();
        xml.nextTag();
        tiles.put(
                id,
                new Tile(
                        size,
                        ground,
                        SvgPath.read(xml.getAttributeValue("", "d")),
                        line(xml).orElseThrow()));
    }

    private static Path2D rectangle(XMLStreamReader xml) {
        return new Path2D.Double(new Rectangle2D.Double(
                number(xml, "x"), number(xml, "y"), number(xml, "width"), number(xml, "height")));
    }

    private void shape(Path2D outline, XMLStreamReader xml) {
        var fill = Optional.ofNullable(xml.getAttributeValue("", "fill")).orElse(NONE);
        var tile = tiles.get(fill.startsWith("url(#") ? fill.substring(5, fill.length() - 1) : "");
        if (tile != null) {
            add(outline, Optional.of(tile.ground), Optional.empty());
            pieces.add(new Drawing.Piece(
                    tiled(tile, outline.getBounds2D()),
                    Optional.empty(),
                    Optional.of(tile.line),
                    Optional.of(outline)));
            add(outline, Optional.empty(), line(xml));
        } else {
            add(outline, colour(fill), line(xml));
        }
    }

    private static Path2D tiled(Tile tile, Rectangle2D box) {
        var all = new Path2D.Double();
        for (var y = Math.floor(box.getMinY() / tile.size) * tile.size; y < box.getMaxY(); y += tile.size) {
            for (var x = Math.floor(box.getMinX() / tile.size) * tile.size; x < box.getMaxX(); x += tile.size) {
                all.append(tile.figure.getPathIterator(AffineTransform.getTranslateInstance(x, y)), false);
            }
        }
        return all;
    }

    private void text(XMLStreamReader xml) throws XMLStreamException {
        var size = Optional.ofNullable(xml.getAttributeValue("", "font-size"))
                .map(Double::parseDouble)
                .orElse(USUAL_SIZE);
        var face = "bold".equals(xml.getAttributeValue("", "font-weight")) ? Face.BOLD : Face.REGULAR;
        var anchor =
                Optional.ofNullable(xml.getAttributeValue("", "text-anchor")).orElse("start");
        var fill = colour(Optional.ofNullable(xml.getAttributeValue("", "fill")).orElse("#000000"));
        var line = line(xml);
        var x = number(xml, "x");
        var y = number(xml, "y");
        var text = xml.getElementText();
        var outline = fonts.outline(face, text, size);
        var wide = fonts.advance(face, text) * size;
        var left = switch (anchor) {
            case "middle" -> x - wide / 2;
            case "end" -> x - wide;
            default -> x;
        };
        outline.transform(AffineTransform.getTranslateInstance(left, y));
        add(outline, fill, line);
    }

    private void add(Path2D outline, Optional<Integer> fill, Optional<Drawing.Line> line) {
        if (fill.isPresent() || line.isPresent()) {
            pieces.add(new Drawing.Piece(outline, fill, line, Optional.empty()));
        }
    }

    private static Optional<Drawing.Line> line(XMLStreamReader xml) {
        var dashes = Optional.ofNullable(xml.getAttributeValue("", "stroke-dasharray")).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(Double::valueOf)
                .toList();
        var wide = Optional.ofNullable(xml.getAttributeValue("", "stroke-width"))
                .map(Double::parseDouble)
                .orElse(1.0);
        return colour(Optional.ofNullable(xml.getAttributeValue("", "stroke")).orElse(NONE))
                .map(colour -> new Drawing.Line(colour, wide, dashes));
    }

    private static Optional<Integer> colour(String text) {
        return text.startsWith("#") ? Optional.of(Integer.parseInt(text.substring(1), HEX)) : Optional.empty();
    }

    private static double number(XMLStreamReader xml, String name) {
        return Double.parseDouble(
                Optional.ofNullable(xml.getAttributeValue("", name)).orElse("0"));
    }
}
