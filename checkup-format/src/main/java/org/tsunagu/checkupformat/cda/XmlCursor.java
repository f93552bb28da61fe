package org.tsunagu.checkupformat.cda;

import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.Field;

/// A place in one document (読み取り位置). Elements are found by their local names whatever their prefix; what nobody asks
/// for is passed over, at any depth. Enforces the limits and refuses DTDs and entities.
///
/// Two kinds: [PlainCursor] reads the plain XML that real documents are written in, [ParserCursor] everything else.
abstract sealed class XmlCursor permits PlainCursor, ParserCursor {

    private final XmlLimits limits;
    private final FlowText oneLine = new FlowText(true);
    private final FlowText lines = new FlowText(false);

    private int depth;

    XmlCursor(XmlLimits limits) {
        this.limits = limits;
    }

    /// The next event of the document, as of [XMLStreamConstants].
    abstract int advance() throws RefusedXml;

    /// The next event that is not text; what stands between is passed over.
    abstract int advanceToTag() throws RefusedXml;

    /// Local name of the current element.
    abstract String name();

    /// Namespace of the root element, when that is current; empty for none.
    abstract String namespace();

    /// Where the current element begins.
    abstract Places place();

    /// What was kept for the start tag that stands here.
    abstract <T> @Nullable T known(TagCache<T> tags);

    /// Keeps what was read of the start tag looked for last.
    abstract <T> T keep(TagCache<T> tags, T content);

    abstract int attributes();

    abstract String attributeName(int index);

    /// A code, unit or number: blanks around it do not count.
    abstract String word(int index) throws RefusedXml;

    /// The value of an attribute exactly as written.
    abstract String value(int index);

    /// Adds the text that stands here.
    abstract void append(FlowText into) throws RefusedXml;

    /// Begins at the start of a document.
    final void toStart() {
        depth = 0;
        oneLine.clear();
        lines.clear();
    }

    final XmlLimits limits() {
        return limits;
    }

    /// Depth of the element whose start or end was read last; the root has 1.
    int depth() {
        return depth;
    }

    /// Goes to the next child of the element at a depth; false when that element ends.
    boolean child(int parent) throws RefusedXml {
        while (true) {
            switch (nextTag()) {
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
        var event = nextTag();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            event = nextTag();
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

    /// The code, unit or number in an attribute; empty when the attribute is not there.
    String word(String attribute) throws RefusedXml {
        var index = index(attribute);
        return index < 0 ? "" : word(index);
    }

    /// An attribute of the current element exactly as written, with its place.
    Field field(String attribute) {
        var index = index(attribute);
        return at(index < 0 ? "" : value(index));
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

    private int index(String attribute) {
        var count = attributes();
        for (var i = 0; i < count; i++) {
            if (attribute.equals(attributeName(i))) {
                return i;
            }
        }
        return -1;
    }

    /// The next event of the document, counted and allowed.
    int next() throws RefusedXml {
        return counted(advance());
    }

    private int nextTag() throws RefusedXml {
        return counted(advanceToTag());
    }

    private int counted(int event) throws RefusedXml {
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

    /// A refusal at the current place.
    RefusedXml refused(String check, String... arguments) {
        var place = place();
        return new RefusedXml(check, place.line(), place.column(), arguments);
    }
}
