package org.tsunagu.fhir.checkup;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// A look at a bundle from outside, before the library sees it (事前の点検): its size, how deep it is nested, and that
/// its XML declares no document type.
final class Outside {

    private static final String MARK = "\uFEFF";
    private static final int BROKEN = -1;

    private final BundleLimits limits;

    Outside(BundleLimits limits) {
        this.limits = limits;
    }

    boolean isSafe(byte[] bytes, Place place, Reporter reporter) {
        if (bytes.length == 0) {
            reporter.report("FHIR-EMPTY", place);
            return false;
        }
        if (bytes.length > limits.bytes()) {
            var most = String.valueOf(limits.bytes());
            reporter.report("FHIR-SIZE", place, "actual", String.valueOf(bytes.length), "expected", most);
            return false;
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (isXml(text) && (text.contains("<!DOCTYPE") || text.contains("<!ENTITY"))) {
            reporter.report("FHIR-DTD", place);
            return false;
        }
        var depth = isXml(text) ? xmlDepth(text) : jsonDepth(text);
        if (depth == BROKEN) {
            reporter.report("FHIR-SYNTAX", place);
            return false;
        }
        if (depth > limits.depth()) {
            reporter.report("FHIR-DEPTH", place, "expected", String.valueOf(limits.depth()));
            return false;
        }
        return true;
    }

    /// Whether a text is XML: it begins with a tag.
    static boolean isXml(String text) {
        return withoutMark(text).startsWith("<");
    }

    private static String withoutMark(String text) {
        return (text.startsWith(MARK) ? text.substring(1) : text).stripLeading();
    }

    private static int jsonDepth(String text) {
        var depth = 0;
        var deepest = 0;
        var isQuoted = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isQuoted) {
                i += c == '\\' ? 1 : 0;
                isQuoted = c != '"';
            } else if (c == '"') {
                isQuoted = true;
            } else if (c == '{' || c == '[') {
                deepest = Math.max(deepest, ++depth);
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return deepest;
    }

    /// How deep elements are nested, counted until it is too deep; BROKEN for what cannot be read to its end: nobody
    /// knows what the rest of it would do to the library.
    private int xmlDepth(String text) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        var depth = 0;
        var deepest = 0;
        try {
            var xml = factory.createXMLStreamReader(new StringReader(withoutMark(text)));
            while (xml.hasNext() && deepest <= limits.depth()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> deepest = Math.max(deepest, ++depth);
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {
                        // Texts, comments and instructions are not nested.
                    }
                }
            }
            xml.close();
        } catch (XMLStreamException e) {
            return BROKEN;
        }
        return deepest;
    }
}
