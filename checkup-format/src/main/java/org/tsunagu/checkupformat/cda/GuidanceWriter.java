package org.tsunagu.checkupformat.cda;

import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;
import org.tsunagu.checkupformat.document.GuidanceDocument;

/// Writes guidance documents (特定保健指導情報ファイル hg08) that are valid against the official schema, as strictly as
/// [CheckupWriter]: UTF-8, LF, the same record always gives the same bytes. One writer per thread.
public final class GuidanceWriter {

    private static final int MOST_TICKETS = 2;
    private static final Pattern TICKET_ROOT = Pattern.compile(Pattern.quote(Markup.ROOT) + "(209|210)\\.1[0-9]{1,8}");
    private static final byte[] BODY = XmlBuffer.utf8("  <component>\n    <structuredBody>\n");
    private static final byte[] END = XmlBuffer.utf8("    </structuredBody>\n  </component>\n</ClinicalDocument>\n");

    private final XmlBuffer buffer = new XmlBuffer();
    private final HeaderWriter headers = new HeaderWriter(buffer, "hg08");
    private final GuidanceSectionWriter sections = new GuidanceSectionWriter(buffer);

    /// Writes with the names, units and code systems of Annex 3 where the record leaves them out.
    public GuidanceWriter() {}

    /// Writes one document; the stream stays open.
    ///
    /// @throws IllegalArgumentException naming place and check if the document cannot be written validly
    public void write(GuidanceDocument document, OutputStream out) throws IOException {
        var tickets = document.header().tickets();
        Strict.require(tickets.size() <= MOST_TICKETS, "participant", "CHK-HDR-013 more than two tickets");
        for (var ticket : tickets) {
            Strict.require(
                    ticket.root().isEmpty()
                            || TICKET_ROOT.matcher(ticket.root().text()).matches(),
                    "participant/associatedEntity/id",
                    "CHK-HDR-011 not the root of a ticket");
        }
        Strict.require(!document.sections().isEmpty(), "structuredBody", "CHK-XML-003 no section");
        buffer.clear();
        headers.write(document.header());
        buffer.raw(BODY);
        document.sections().forEach(sections::write);
        buffer.raw(END);
        buffer.writeTo(out);
    }
}
