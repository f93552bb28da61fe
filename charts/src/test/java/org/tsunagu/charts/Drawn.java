package org.tsunagu.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A picture read back as XML, with what must hold of every picture.
final class Drawn {

    private static final Pattern POINT = Pattern.compile("[ML](-?[0-9.]+),(-?[0-9.]+)");

    final Document document;
    private final double width;
    private final double height;

    private Drawn(Document document) {
        this.document = document;
        var box = document.getDocumentElement().getAttribute("viewBox").split(" ");
        width = Double.parseDouble(box[2]);
        height = Double.parseDouble(box[3]);
    }

    static Drawn of(Chart chart) {
        return new Drawn(parse(chart.svg()));
    }

    static Document parse(String xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(xml, e);
        }
    }

    List<Element> all(String name) {
        var found = document.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (var i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    List<String> texts() {
        return all("text").stream().map(Element::getTextContent).toList();
    }

    /// Figures only, everything inside the view box, named for a screen reader, and nothing the pages forbid.
    Drawn isSound() {
        for (var element : all("*")) {
            for (var name : List.of("style", "onload", "onclick")) {
                assertThat(element.hasAttribute(name)).as(name).isFalse();
            }
            if (!isInPattern(element)) {
                isInside(element);
            }
        }
        var root = document.getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        for (var id : root.getAttribute("aria-labelledby").split(" ")) {
            assertThat(all("*"))
                    .anyMatch(element -> element.getAttribute("id").equals(id)
                            && !element.getTextContent().isBlank());
        }
        return this;
    }

    private static boolean isInPattern(Element element) {
        return element.getTagName().equals("pattern")
                || (element.getParentNode() instanceof Element parent
                        && parent.getTagName().equals("pattern"));
    }

    private void isInside(Element element) {
        for (var name : List.of("x", "x1", "x2", "cx")) {
            within(element, name, width);
        }
        for (var name : List.of("y", "y1", "y2", "cy")) {
            within(element, name, height);
        }
        if (element.getTagName().equals("rect")) {
            assertThat(number(element, "x") + number(element, "width")).isLessThanOrEqualTo(width + 0.02);
            assertThat(number(element, "y") + number(element, "height")).isLessThanOrEqualTo(height + 0.02);
            assertThat(number(element, "width")).isNotNegative();
            assertThat(number(element, "height")).isNotNegative();
        }
        if (element.getTagName().equals("path")) {
            var points = POINT.matcher(element.getAttribute("d"));
            var count = 0;
            for (; points.find(); count++) {
                assertThat(Double.parseDouble(points.group(1))).isBetween(0.0, width);
                assertThat(Double.parseDouble(points.group(2))).isBetween(0.0, height);
            }
            assertThat(count).isPositive();
            assertThat(element.getAttribute("d")).doesNotContain("NaN", "Infinity");
        }
        if (element.getTagName().equals("text")) {
            isWhole(element);
        }
    }

    /// A text ends before the border, by the widths the drawing reckons with.
    private void isWhole(Element element) {
        var size = element.getAttribute("font-size").isEmpty() ? 12 : number(element, "font-size");
        var wide = Figures.width(element.getTextContent()) * size;
        var x = number(element, "x");
        var left = switch (element.getAttribute("text-anchor")) {
            case "start" -> x;
            case "middle" -> x - wide / 2;
            default -> x - wide;
        };
        assertThat(left).as(element.getTextContent()).isGreaterThanOrEqualTo(-2);
        assertThat(left + wide).as(element.getTextContent()).isLessThanOrEqualTo(width + 2);
    }

    private static void within(Element element, String name, double end) {
        if (element.hasAttribute(name)) {
            assertThat(number(element, name))
                    .as(element.getTagName() + " " + name)
                    .isBetween(0.0, end);
        }
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }
}
