package org.tsunagu.checkupformat.cda;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;

/// Watches the length of texts and attribute values (文字列長の監視) by their places in the file, without building them:
/// also of those that nobody reads. A file shorter than the longest text allowed needs no watching.
final class LengthGuard {

    private final XMLStreamReader2 reader;
    private final byte[] bytes;
    private final int limit;
    private final Length length = new Length();
    private int textStart = -1;

    LengthGuard(XMLStreamReader2 reader, byte[] bytes, int limit) {
        this.reader = reader;
        this.bytes = bytes;
        this.limit = limit;
    }

    /// Whether anything in the file can be too long.
    boolean isNeeded() {
        return bytes.length > limit;
    }

    /// The length of the text that ended, or of the attribute that stands, at this event when it is over the limit;
    /// 0 when nothing is.
    int excess(int event) throws XMLStreamException {
        var start = (int) reader.getLocationInfo().getStartingByteOffset();
        if (event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE) {
            textStart = textStart < 0 ? start : textStart;
            return 0;
        }
        var text = textStart >= 0 && start - textStart > limit ? Places.characters(bytes, textStart, start) : 0;
        textStart = -1;
        var longest = event == XMLStreamConstants.START_ELEMENT ? Math.max(text, attribute(start)) : text;
        return longest > limit ? longest : 0;
    }

    private int attribute(int start) throws XMLStreamException {
        var longest = 0;
        if (reader.getLocationInfo().getEndingByteOffset() - start > limit) {
            for (var i = 0; i < reader.getAttributeCount(); i++) {
                reader.getAttributeAs(i, length);
                longest = Math.max(longest, length.length);
            }
        }
        return longest;
    }

    private static final class Length extends TypedValueDecoder {
        private int length;

        @Override
        public void decode(String input) {
            length = input.length();
        }

        @Override
        public void decode(char[] buffer, int start, int end) {
            length = end - start;
        }

        @Override
        public void handleEmptyValue() {
            length = 0;
        }
    }
}
