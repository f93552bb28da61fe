package org.tsunagu.letters.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.tsunagu.letters.text.Printable;

/// One XML file of an OpenDocument while it is written (ODTのXML): names as the standard prefixes them.
final class OdtXml {

    private static final List<String> NAMESPACES = List.of(
            "office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
            "style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
            "text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
            "table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
            "fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
            "svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
            "meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
            "dc", "http://purl.org/dc/elements/1.1/");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    /// Begins a file with its outermost element.
    OdtXml(String root) throws XMLStreamException {
        // The one of the platform, whatever else is on the path: others take no prefixes within a name.
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement(root);
        for (var i = 0; i < NAMESPACES.size(); i += 2) {
            xml.writeAttribute("xmlns:" + NAMESPACES.get(i), NAMESPACES.get(i + 1));
        }
        xml.writeAttribute("office:version", "1.3");
    }

    /// Opens an element; names and values of its attributes in turn.
    OdtXml open(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
        return this;
    }

    /// An element without content.
    OdtXml empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(attributes);
        return this;
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (var i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    /// Text without what XML cannot hold; a line feed is a break of the line.
    OdtXml text(String text) throws XMLStreamException {
        var lines = Printable.lines(text).split("\n", -1);
        for (var i = 0; i < lines.length; i++) {
            if (i > 0) {
                xml.writeEmptyElement("text:line-break");
            }
            xml.writeCharacters(lines[i]);
        }
        return this;
    }

    /// An element that holds text only.
    OdtXml leaf(String name, String text, String... attributes) throws XMLStreamException {
        return open(name, attributes).text(text).close();
    }

    /// Closes the innermost element.
    OdtXml close() throws XMLStreamException {
        xml.writeEndElement();
        return this;
    }

    /// Ends the file.
    byte[] end() throws XMLStreamException {
        xml.writeEndDocument();
        xml.close();
        return bytes.toByteArray();
    }
}
