package org.tsunagu.checkupformat.cda;

import com.fasterxml.aalto.stax.StreamReaderImpl;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.Field;

/// The parser's place in one document (読み取り位置). Elements are found by their local names whatever their prefix;
/// what nobody asks for is passed over, at any depth. Enforces the limits and refuses DTDs and entities.
final class XmlCursor {

    private final StreamReaderImpl reader;
    private final byte[] bytes;
    private final XmlLimits limits;
    private final Words words;
    private final FlowText oneLine = new FlowText(true);
    private final FlowText lines = new FlowText(false);
    private final Places places;
    private final LengthGuard lengths;
    private final boolean watchesLengths;

    private int depth;

    XmlCursor(StreamReaderImpl reader, byte[] bytes, XmlLimits limits, Words words) {
        this.reader = reader;
        this.bytes = bytes;
        this.limits = limits;
        this.words = words;
        this.places = new Places(bytes);
        this.lengths = new LengthGuard(reader, bytes, limits.textLength());
        this.watchesLengths = lengths.isNeeded();
    }

    /// Depth of the element whose start or end was read last; the root has 1.
    int depth() {
        return depth;
    }

    /// Goes to the next child of the element at a depth; false when that element ends.
    boolean child(int parent) throws RefusedXml {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth == parent + 1) {
                        return true;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth < parent) {
                        return false;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /// Reads on to the end, so that what follows the root element is well-formed too.
    void finish() throws RefusedXml {
        var event = next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            event = next();
        }
    }

    /// Goes to the first child with a name; false when the element that was current has ended without one.
    boolean find(String name) throws RefusedXml {
        var parent = depth;
        while (child(parent)) {
            if (name.equals(name())) {
                return true;
            }
        }
        return false;
    }

    String name() {
        return reader.getLocalName();
    }

    String namespace() {
        var namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /// Where the current element begins.
    Places place() {
        return places.to(reader.getLocationInfo().getStartLocation());
    }

    /// What was kept for the start tag that stands here.
    <T> @Nullable T known(TagCache<T> tags) {
        return tags.find(bytes, (int) reader.getStartingByteOffset(), endOfTag());
    }

    /// Keeps what was read of the start tag looked for last.
    <T> T keep(TagCache<T> tags, T content) {
        return tags.keep(bytes, content);
    }

    private int endOfTag() {
        try {
            return (int) reader.getEndingByteOffset();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a start tag is read as a whole", e);
        }
    }

    int attributes() {
        return reader.getAttributeCount();
    }

    String attributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    /// A code, unit or number: blanks around it do not count.
    String word(int index) throws RefusedXml {
        try {
            reader.getAttributeAs(index, words);
        } catch (XMLStreamException e) {
            throw syntax(e);
        }
        return words.word();
    }

    /// The code, unit or number in an attribute; empty when the attribute is not there.
    String word(String attribute) throws RefusedXml {
        var index = index(attribute);
        return index < 0 ? "" : word(index);
    }

    /// An attribute of the current element exactly as written, with its place.
    Field field(String attribute) {
        var index = index(attribute);
        return at(index < 0 ? "" : reader.getAttributeValue(index));
    }

    /// A text that belongs to the current element.
    Field at(String text) {
        var place = place();
        return new Field(text, place.line(), place.column());
    }

    /// A name or other text of one line: that of the current element with its children, and where the element begins.
    Field content() throws RefusedXml {
        var place = at("");
        return new Field(text(oneLine), place.line(), place.column());
    }

    /// The text of the current element with that of its children; line breaks within stay.
    String text() throws RefusedXml {
        return text(lines);
    }

    private String text(FlowText into) throws RefusedXml {
        var parent = depth;
        into.clear();
        while (depth >= parent) {
            appendOrEndRun(next(), into);
        }
        return into.take();
    }

    /// Reads one event into a text.
    void appendOrEndRun(int event, FlowText into) throws RefusedXml {
        switch (event) {
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> append(into);
            case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> into.endRun();
            default -> {}
        }
    }

    private void append(FlowText into) throws RefusedXml {
        try {
            var length = reader.getTextLength();
            if (into.length() + length > limits.textLength()) {
                throw tooLong(into.length() + length);
            }
            into.append(reader.getTextCharacters(), reader.getTextStart(), length);
        } catch (RuntimeException e) {
            throw unparsable(e);
        }
    }

    private int index(String attribute) {
        var count = reader.getAttributeCount();
        for (var i = 0; i < count; i++) {
            if (attribute.equals(reader.getAttributeLocalName(i))) {
                return i;
            }
        }
        return -1;
    }

    /// The next event of the parser.
    int next() throws RefusedXml {
        var event = advance();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                if (depth > limits.depth()) {
                    throw refused("XML-DEPTH", "expected", String.valueOf(limits.depth()));
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD -> throw refused("XML-DTD");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("XML-SYNTAX", "reason", "undeclared-entity");
            default -> {}
        }
        return event;
    }

    private int advance() throws RefusedXml {
        try {
            var event = reader.next();
            if (watchesLengths) {
                var excess = lengths.excess(event);
                if (excess > 0) {
                    throw tooLong(excess);
                }
            }
            return event;
        } catch (XMLStreamException e) {
            throw syntax(e);
        } catch (RuntimeException e) {
            throw unparsable(e);
        }
    }

    /// The parser is foreign code at work on hostile bytes: what it throws there is the document's fault, not ours.
    private RefusedXml unparsable(RuntimeException e) {
        return e.getCause() instanceof XMLStreamException cause
                ? syntax(cause)
                : refused("XML-SYNTAX", "reason", "not-well-formed");
    }

    private RefusedXml syntax(XMLStreamException e) {
        var message = e.getMessage() == null ? "" : e.getMessage();
        return XmlFailure.of(message, e.getLocation(), bytes);
    }

    private RefusedXml tooLong(int length) {
        return refused(
                "XML-TEXT-TOO-LONG", "actual", String.valueOf(length), "expected", String.valueOf(limits.textLength()));
    }

    /// A refusal at the current place.
    RefusedXml refused(String check, String... arguments) {
        var place = place();
        return new RefusedXml(check, place.line(), place.column(), arguments);
    }
}
