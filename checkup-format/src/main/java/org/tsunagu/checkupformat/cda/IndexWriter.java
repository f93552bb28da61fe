package org.tsunagu.checkupformat.cda;

import static org.tsunagu.checkupformat.cda.XmlBuffer.utf8;

import java.io.IOException;
import java.io.OutputStream;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Index;

/// Writes the index of an archive (交換用基本情報 ix08), as strictly as [CheckupWriter].
public final class IndexWriter {

    /// Namespace of index, summary and settlement files since the third period.
    static final String NAMESPACE = "https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html";

    private static final int COUNT_DIGITS = 8;
    private static final int LONGEST_NUMBER = 10;
    private static final byte[] START = root("index", "ix08");
    private static final byte[] INTERACTION = utf8("  <interactionType");
    private static final byte[] CREATED = utf8("  <creationTime");
    private static final byte[] SENDER = utf8("  <sender>\n    <id");
    private static final byte[] SENDER_END = utf8("  </sender>\n");
    private static final byte[] RECEIVER = utf8("  <receiver>\n    <id");
    private static final byte[] RECEIVER_END = utf8("  </receiver>\n");
    private static final byte[] COUNT = utf8("  <totalRecordCount");
    private static final byte[] END = utf8("</index>\n");
    static final byte[] SERVICE = utf8("  <serviceEventType");

    private final XmlBuffer buffer;

    /// A writer for any number of files, one after the other.
    public IndexWriter() {
        this.buffer = new XmlBuffer();
    }

    /// The first lines of a file of the exchange directly under the root folder.
    static byte[] root(String element, String schema) {
        return start(element, ".", schema);
    }

    /// The first lines of a file of the exchange in a folder.
    static byte[] inFolder(String element, String schema) {
        return start(element, "..", schema);
    }

    private static byte[] start(String element, String up, String schema) {
        return utf8(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s xmlns=\"%s\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:schemaLocation=\"%s %s/XSD/%s_V08.xsd\">\n")
                .formatted(element, NAMESPACE, NAMESPACE, up, schema));
    }

    /// Writes an index; the stream stays open.
    ///
    /// @throws IllegalArgumentException naming the place if it cannot be written validly
    public void write(Index index, OutputStream out) throws IOException {
        buffer.clear();
        buffer.raw(START);
        value(INTERACTION, Markup.CODE, Strict.code(index.interactionType(), "interactionType"));
        value(CREATED, Markup.VALUE, Strict.date(index.created(), "creationTime"));
        party(SENDER, index.senderRoot(), index.sender(), "sender/id");
        buffer.raw(SENDER_END);
        if (!index.receiver().isEmpty()) {
            party(RECEIVER, index.receiverRoot(), index.receiver(), "receiver/id");
            buffer.raw(RECEIVER_END);
        }
        value(SERVICE, Markup.CODE, Strict.code(index.serviceEventType(), "serviceEventType"));
        var count = Strict.present(index.totalRecordCount(), "totalRecordCount");
        value(COUNT, Markup.VALUE, Strict.digits(count, 1, COUNT_DIGITS, "totalRecordCount"));
        buffer.raw(END).writeTo(out);
    }

    private void party(byte[] start, Field root, Field number, String place) {
        var oid = Strict.oid(Strict.present(root, place), place);
        var digits = Strict.digits(Strict.present(number, place), 1, LONGEST_NUMBER, place);
        buffer.raw(start)
                .attribute(Markup.ROOT_ATTRIBUTE, oid)
                .attribute(Markup.EXTENSION, digits)
                .raw(Markup.CLOSE_EMPTY);
    }

    private void value(byte[] element, byte[] attribute, String value) {
        buffer.raw(element).attribute(attribute, value).raw(Markup.CLOSE_EMPTY);
    }
}
