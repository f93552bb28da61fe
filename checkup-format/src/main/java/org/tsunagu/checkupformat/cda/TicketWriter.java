package org.tsunagu.checkupformat.cda;

import static org.tsunagu.checkupformat.cda.Markup.ROOT;
import static org.tsunagu.checkupformat.cda.XmlBuffer.utf8;

import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Ticket;

/// Writes a ticket (受診券) as a `participant`. Root and insurer number are filled in when the record leaves them out.
final class TicketWriter {

    private static final int TICKET_DIGITS = 11;
    private static final String PLACE = "participant/associatedEntity/id";

    private static final byte[] START = utf8("  <participant typeCode=\"HLD\">\n    <functionCode");
    private static final byte[] TIME = utf8("    <time>\n      <high");
    private static final byte[] TIME_END = utf8("    </time>\n");
    private static final byte[] ENTITY = utf8("    <associatedEntity classCode=\"IDENT\">\n      <id");
    private static final byte[] INSURER = utf8("      <scopingOrganization>\n        <id");
    private static final byte[] END = utf8("""
                  </scopingOrganization>
                </associatedEntity>
              </participant>
            """.indent(-4));

    private final XmlBuffer out;

    TicketWriter(XmlBuffer out) {
        this.out = out;
    }

    void write(Ticket ticket, Field insurerOfPatient) {
        var function = Strict.code(ticket.function(), "participant/functionCode");
        var number = Strict.digits(ticket.number(), TICKET_DIGITS, PLACE);
        var insurer = Strict.digits(
                ticket.insurerNumber().isEmpty() ? insurerOfPatient : ticket.insurerNumber(),
                8,
                "participant/scopingOrganization");
        var root = ticket.root().isEmpty()
                ? root(function, insurer)
                : Strict.oid(ticket.root().text(), PLACE);
        out.at(PLACE);
        out.raw(START).attribute(Markup.CODE, function).attribute(Markup.CODE_SYSTEM, ROOT + "208");
        out.raw(Markup.CLOSE_EMPTY);
        if (!ticket.validUntil().isEmpty()) {
            out.raw(TIME).attribute(Markup.VALUE, Strict.date(ticket.validUntil(), "participant/time/high"));
            out.raw(Markup.CLOSE_EMPTY).raw(TIME_END);
        }
        out.raw(ENTITY).attribute(Markup.EXTENSION, number).attribute(Markup.ROOT_ATTRIBUTE, root);
        out.raw(Markup.CLOSE_EMPTY);
        out.raw(INSURER).attribute(Markup.EXTENSION, insurer).attribute(Markup.ROOT_ATTRIBUTE, ROOT + "101");
        out.raw(Markup.CLOSE_EMPTY).raw(END);
    }

    /// The arc 1 stands before the insurer number because an arc of an OID must not begin with 0.
    private static String root(String function, String insurer) {
        return ROOT + (function.equals("2") ? "210.1" : "209.1") + insurer;
    }
}
