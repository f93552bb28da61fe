package org.tsunagu.checkupformat.cda;

import static org.tsunagu.checkupformat.cda.Markup.ROOT;
import static org.tsunagu.checkupformat.cda.XmlBuffer.utf8;

import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.codes.text.Widths;

/// Writes the header of a checkup or guidance document (ヘッダ部の書き出し) in the order the schema fixes. What
/// the format says in one way only (`typeId`, confidentiality, code systems, custodian) is written so, whatever the
/// record holds.
final class HeaderWriter {

    private static final int ADDRESS_BYTES = 80;
    private static final int INSURED_CHARACTERS = 20;

    private static final String SCHEMA = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
             xsi:schemaLocation="urn:hl7-org:v3 ../XSD/""";
    private static final String START = """
            _V08.xsd">
              <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
              <id nullFlavor="NI"/>
            """;
    private static final byte[] PATIENT_START = utf8("""
              <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
              <recordTarget>
                <patientRole>
            """);
    private static final byte[] PATIENT_END = utf8("""
                  </patient>
                </patientRole>
              </recordTarget>
              <author>
            """);
    private static final byte[] CUSTODIAN = utf8("""
                </assignedAuthor>
              </author>
              <custodian>
                <assignedCustodian>
                  <representedCustodianOrganization>
                    <id nullFlavor="NI"/>
                  </representedCustodianOrganization>
                </assignedCustodian>
              </custodian>
            """);
    private static final byte[] PERFORMER_START = utf8("""
                  <performer typeCode="PRF">
                    <assignedEntity>
                      <id nullFlavor="NI"/>
            """);
    private static final byte[] PERFORMER_END = utf8("""
                    </assignedEntity>
                  </performer>
                </serviceEvent>
              </documentationOf>
            """);
    private static final byte[] AUTHOR_START = utf8("    <assignedAuthor>\n      <id nullFlavor=\"NI\"/>\n");
    private static final byte[] EVENT_START = utf8("  <documentationOf>\n    <serviceEvent>\n");

    private static final byte[] ADDRESS = utf8("<addr>");
    private static final byte[] ADDRESS_END = utf8("</addr>\n");
    private static final byte[] POSTAL_CODE = utf8("<postalCode>");
    private static final byte[] POSTAL_CODE_END = utf8("</postalCode>");
    private static final byte[] NAME = utf8("<name>");
    private static final byte[] NAME_END = utf8("</name>\n");
    private static final byte[] PATIENT = utf8("<patient>");
    private static final byte[] GENDER = utf8("<administrativeGenderCode");
    private static final byte[] BIRTH = utf8("<birthTime");
    private static final byte[] TIME = utf8("<time");
    private static final byte[] EFFECTIVE_TIME = utf8("<effectiveTime");
    private static final byte[] TELECOM = utf8("<telecom");
    private static final byte[] ORGANIZATION = utf8("<representedOrganization>");
    private static final byte[] ORGANIZATION_END = utf8("</representedOrganization>");

    private final XmlBuffer out;
    private final byte[] start;
    private final TicketWriter tickets;

    /// Writes headers of one kind of document, `hc08` or `hg08`.
    HeaderWriter(XmlBuffer out, String kind) {
        this.out = out;
        this.start = utf8(SCHEMA + kind + START);
        this.tickets = new TicketWriter(out);
    }

    void write(Header header) {
        out.raw(start);
        code(1, header.category(), ROOT + "1001", "ClinicalDocument/code");
        date(1, EFFECTIVE_TIME, header.created(), "effectiveTime");
        out.raw(PATIENT_START);
        patient(header.patient());
        out.raw(PATIENT_END);
        date(2, TIME, header.authorTime(), "author/time");
        out.raw(AUTHOR_START);
        organization(3, header.author(), "author/representedOrganization");
        out.raw(CUSTODIAN);
        var insurer = header.patient().insurerNumber();
        header.tickets().forEach(ticket -> tickets.write(ticket, insurer));
        out.raw(EVENT_START);
        code(3, header.programme(), ROOT + "1002", "serviceEvent/code");
        date(3, EFFECTIVE_TIME, header.examDate(), "serviceEvent/effectiveTime");
        out.raw(PERFORMER_START);
        organization(5, header.performer(), "performer/representedOrganization");
        out.raw(PERFORMER_END);
    }

    private void patient(Patient patient) {
        id(3, Strict.digits(patient.insurerNumber(), 8, "recordTarget/id ~.101"), "101");
        if (!patient.symbol().isEmpty()) {
            id(3, insured(patient.symbol(), "recordTarget/id ~.204"), "204");
        }
        Strict.present(patient.number(), "recordTarget/id ~.205");
        id(3, insured(patient.number(), "recordTarget/id ~.205"), "205");
        if (!patient.branch().isEmpty()) {
            id(3, Strict.digits(patient.branch(), 2, "recordTarget/id ~.211"), "211");
        }
        var bytes = Widths.bytes(patient.address().text().text());
        Strict.require(bytes <= ADDRESS_BYTES, "recordTarget/addr", "CHK-HDR-009 text of %d bytes".formatted(bytes));
        address(3, patient.address(), "recordTarget/addr");
        out.line(3, PATIENT);
        name(4, patient.name(), "recordTarget/name");
        var sex = Strict.code(patient.sex(), "recordTarget/administrativeGenderCode");
        Strict.require(
                sex.equals("1") || sex.equals("2"), "recordTarget/administrativeGenderCode", "CHK-HDR-021 not 1 or 2");
        out.indent(4).raw(GENDER).attribute(Markup.CODE, sex).attribute(Markup.CODE_SYSTEM, ROOT + "1104");
        out.raw(Markup.CLOSE_EMPTY);
        date(4, BIRTH, patient.birth(), "recordTarget/birthTime");
    }

    private static String insured(Field field, String place) {
        Strict.require(field.text().length() <= INSURED_CHARACTERS, place, "CHK-HDR-006 more than 20 characters");
        return field.text();
    }

    private void organization(int depth, Organization organization, String place) {
        out.line(depth, ORGANIZATION);
        id(depth + 1, Strict.digits(organization.number(), 10, place + "/id ~.102"), "102");
        name(depth + 1, organization.name(), place + "/name");
        if (!organization.telecom().isEmpty()) {
            out.at(place);
            out.indent(depth + 1)
                    .raw(TELECOM)
                    .attribute(Markup.VALUE, organization.telecom().text());
            out.raw(Markup.CLOSE_EMPTY);
        }
        address(depth + 1, organization.address(), place + "/addr");
        out.line(depth, ORGANIZATION_END);
    }

    private void address(int depth, Address address, String place) {
        if (address.text().isEmpty() && address.postalCode().isEmpty()) {
            return;
        }
        out.at(place);
        out.indent(depth).raw(ADDRESS).text(address.text().text());
        var postalCode = address.postalCode().text();
        if (!postalCode.isEmpty()) {
            Strict.require(isPostalCode(postalCode), place, "CHK-HDR-009 postal code is not ###-####");
            out.raw(POSTAL_CODE).text(postalCode).raw(POSTAL_CODE_END);
        }
        out.raw(ADDRESS_END);
    }

    static boolean isPostalCode(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (i == 3 ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return text.length() == 8;
    }

    private void name(int depth, Field name, String place) {
        out.at(place);
        out.indent(depth).raw(NAME).text(Strict.present(name, place)).raw(NAME_END);
    }

    private void id(int depth, String extension, String arc) {
        out.at("recordTarget/id");
        out.indent(depth).raw(Markup.ID).attribute(Markup.EXTENSION, extension);
        out.attribute(Markup.ROOT_ATTRIBUTE, ROOT + arc).raw(Markup.CLOSE_EMPTY);
    }

    private void code(int depth, Field code, String codeSystem, String place) {
        out.at(place);
        out.indent(depth).raw(Markup.CODE_ELEMENT).attribute(Markup.CODE, Strict.code(code, place));
        out.attribute(Markup.CODE_SYSTEM, codeSystem).raw(Markup.CLOSE_EMPTY);
    }

    private void date(int depth, byte[] element, Field date, String place) {
        out.indent(depth)
                .raw(element)
                .attribute(Markup.VALUE, Strict.date(date, place))
                .raw(Markup.CLOSE_EMPTY);
    }
}
