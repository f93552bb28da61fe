package org.tsunagu.checkupformat.cda;

import com.fasterxml.aalto.stax.StreamReaderImpl;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// A place in a document of whatever XML (XMLパーサーによる読み取り位置), read by the full parser.
final class ParserCursor extends XmlCursor {

    private final StreamReaderImpl reader;
    private final byte[] bytes;
    private final Words words;
    private final Places places;
    private final LengthGuard lengths;
    private final boolean watchesLengths;

    ParserCursor(StreamReaderImpl reader, byte[] bytes, XmlLimits limits, Words words) {
        super(limits);
        this.reader = reader;
        this.bytes = bytes;
        this.words = words;
        this.places = new Places(bytes);
        this.lengths = new LengthGuard(reader, bytes, limits.textLength());
        this.watchesLengths = lengths.isNeeded();
    }

    @Override
    String name() {
        return reader.getLocalName();
    }

    @Override
    String namespace() {
        var namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    @Override
    Places place() {
        return places.to(reader.getLocationInfo().getStartLocation());
    }

    @Override
    <T> @Nullable T known(TagCache<T> tags) {
        return tags.find(bytes, (int) reader.getStartingByteOffset(), endOfTag());
    }

    @Override
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

    @Override
    int attributes() {
        return reader.getAttributeCount();
    }

    @Override
    String attributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    @Override
    String word(int index) throws RefusedXml {
        try {
            reader.getAttributeAs(index, words);
        } catch (XMLStreamException e) {
            throw syntax(e);
        }
        return words.word();
    }

    @Override
    String value(int index) {
        return reader.getAttributeValue(index);
    }

    @Override
    void append(FlowText into) throws RefusedXml {
        try {
            var length = reader.getTextLength();
            if (into.length() + length > limits().textLength()) {
                throw tooLong(into.length() + length);
            }
            into.append(reader.getTextCharacters(), reader.getTextStart(), length);
        } catch (RuntimeException e) {
            throw unparsable(e);
        }
    }

    @Override
    int advanceToTag() throws RefusedXml {
        return advance();
    }

    @Override
    int advance() throws RefusedXml {
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
                "XML-TEXT-TOO-LONG",
                "actual",
                String.valueOf(length),
                "expected",
                String.valueOf(limits().textLength()));
    }
}
