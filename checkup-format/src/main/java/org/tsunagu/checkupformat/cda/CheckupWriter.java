package org.tsunagu.checkupformat.cda;

import java.io.IOException;
import java.io.OutputStream;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.codes.item.Items;

/// Writes checkup documents (特定健診情報ファイル hc08) that are valid against the official schema: UTF-8, LF, the same
/// record always gives the same bytes. One writer per thread.
///
/// Strict: a document that cannot be written validly is refused, and then not one byte of it is written. Refused is
/// what
/// breaks the schema, what would lose or misstate a value, header parts that are missing, unreal dates and over-long
/// texts. Whether the results themselves are right is the business of the reception checks.
///
/// Units, code systems and display names of items in the master are filled in where the record leaves them out; what
/// the
/// record says stays as it is.
public final class CheckupWriter {

    private static final byte[] BODY = XmlBuffer.utf8("  <component>\n    <structuredBody>\n");
    private static final byte[] END = XmlBuffer.utf8("    </structuredBody>\n  </component>\n</ClinicalDocument>\n");

    private final XmlBuffer buffer = new XmlBuffer();
    private final HeaderWriter headers = new HeaderWriter(buffer, "hc08");
    private final SectionWriter sections;

    /// Writes with the names, units and code systems of a master.
    public CheckupWriter(Items items) {
        this.sections = new SectionWriter(buffer, items);
    }

    /// Writes one document; the stream stays open.
    ///
    /// @throws IllegalArgumentException naming place and check if the document cannot be written validly
    public void write(CheckupDocument document, OutputStream out) throws IOException {
        buffer.clear();
        headers.write(document.header());
        buffer.raw(BODY);
        sections.write(document);
        buffer.raw(END);
        buffer.writeTo(out);
    }
}
