package org.tsunagu.checkupformat.cda;

import org.tsunagu.checkupformat.document.Adjudication;
import org.tsunagu.checkupformat.document.Charge;
import org.tsunagu.checkupformat.document.ClaimSubject;
import org.tsunagu.checkupformat.document.Field;

/// Writes what both kinds of settlement files have (決済情報の共通部分): elements, amounts, person, charges, returns.
final class ClaimXml {

    private static final int AMOUNT_DIGITS = 9;
    private static final int CHARGE_DIGITS = 6;
    private static final int FACILITY_DIGITS = 10;
    private static final int INSURER_DIGITS = 8;
    private static final int BRANCH_DIGITS = 2;
    private static final int TICKET_DIGITS = 11;
    private static final int INSURED_CHARACTERS = 20;
    private static final int REASON_CHARACTERS = 100;
    private static final byte[] YEN = XmlBuffer.utf8(" currency=\"JPY\"");
    private static final byte[] PERCENT = XmlBuffer.utf8(" unit=\"%\"");

    private final XmlBuffer out;
    private int depth = 1;

    ClaimXml(XmlBuffer out) {
        this.out = out;
    }

    /// Begins a file.
    void begin(byte[] start) {
        out.clear();
        out.raw(start);
        depth = 1;
    }

    /// Begins an element.
    void open(String name) {
        out.line(depth++, XmlBuffer.utf8("<" + name + ">"));
    }

    /// Begins an element with a code.
    void open(String name, Field code) {
        start(name)
                .attribute(Markup.CODE, Strict.code(code, name))
                .raw(Markup.CLOSE)
                .newLine();
        depth++;
    }

    /// Ends an element.
    void close(String name) {
        out.line(--depth, XmlBuffer.utf8("</" + name + ">"));
    }

    private XmlBuffer start(String name) {
        out.at(name);
        return out.indent(depth).raw(XmlBuffer.utf8("<" + name));
    }

    /// An element with a code.
    void code(String name, Field code) {
        start(name).attribute(Markup.CODE, Strict.code(code, name)).raw(Markup.CLOSE_EMPTY);
    }

    /// An element with a code and its system.
    void code(String name, Field code, String system) {
        start(name)
                .attribute(Markup.CODE, Strict.code(code, name))
                .attribute(Markup.CODE_SYSTEM, system)
                .raw(Markup.CLOSE_EMPTY);
    }

    /// An element with a day.
    void date(String name, Field date) {
        start(name).attribute(Markup.VALUE, Strict.date(date, name)).raw(Markup.CLOSE_EMPTY);
    }

    /// A whole number.
    void number(String name, Field number, int mostDigits) {
        var digits = Strict.digits(Strict.present(number, name), 1, mostDigits, name);
        start(name).attribute(Markup.VALUE, digits).raw(Markup.CLOSE_EMPTY);
    }

    /// A whole number of percent.
    void percent(String name, Field number) {
        var digits = Strict.digits(Strict.present(number, name), 1, 3, name);
        start(name).attribute(Markup.VALUE, digits).raw(PERCENT).raw(Markup.CLOSE_EMPTY);
    }

    /// An amount of at most nine digits.
    void yen(String name, Field amount) {
        yen(name, Strict.digits(Strict.present(amount, name), 1, AMOUNT_DIGITS, name));
    }

    private void yen(String name, String digits) {
        start(name).attribute(Markup.VALUE, digits).raw(YEN).raw(Markup.CLOSE_EMPTY);
    }

    /// A payment of six digits within its element, unless it is absent.
    void payment(String name, Field amount) {
        if (amount.isThere()) {
            open(name);
            yen("amount", Strict.digits(amount, CHARGE_DIGITS, name));
            close(name);
        }
    }

    /// A unit price within its element.
    void price(String name, Field amount) {
        open(name);
        yen("amount", amount);
        close(name);
    }

    /// What a ticket says about the payment, unless it says nothing.
    void charge(String name, Charge charge) {
        if (!charge.isThere()) {
            return;
        }
        var hasAmount = charge.amount().isThere();
        Strict.require(!hasAmount || !charge.rate().isThere(), name, "CHK-XML-003 an amount and a rate");
        if (!hasAmount && !charge.rate().isThere()) {
            code(name, charge.kind());
            return;
        }
        open(name, charge.kind());
        if (hasAmount) {
            yen("amount", Strict.digits(charge.amount(), CHARGE_DIGITS, name));
        } else {
            start("rate")
                    .attribute(Markup.VALUE, Strict.digits(charge.rate(), CHARGE_DIGITS, name))
                    .raw(PERCENT)
                    .raw(Markup.CLOSE_EMPTY);
        }
        close(name);
    }

    /// The limit of the insurer, six digits, unless it is absent.
    void limit(Field limit) {
        if (limit.isThere()) {
            open("maxInsuranceLimit", Field.of("4"));
            yen("amount", Strict.digits(limit, CHARGE_DIGITS, "maxInsuranceLimit"));
            close("maxInsuranceLimit");
        }
    }

    /// A number of a ticket, unless it is absent.
    void ticket(String name, Field number, String arc) {
        if (number.isThere()) {
            id(name, Strict.digits(number, TICKET_DIGITS, name), arc);
        }
    }

    /// The last day of a ticket, unless it is absent.
    void validUntil(Field day) {
        if (day.isThere()) {
            open("effectiveTime");
            date("high", day);
            close("effectiveTime");
        }
    }

    private void id(String name, String extension, String arc) {
        start(name).attribute(Markup.ROOT_ATTRIBUTE, Markup.ROOT + arc);
        out.attribute(Markup.EXTENSION, extension).raw(Markup.CLOSE_EMPTY);
    }

    /// The person.
    ///
    /// @param hasAddress whether the text of the address goes with the postal code (cc08), or only that (gc08)
    void subject(ClaimSubject subject, boolean hasAddress) {
        var person = subject.person();
        open("subjectPerson");
        open("performerOrganization");
        id("id", Strict.digits(subject.facility(), FACILITY_DIGITS, "performerOrganization/id"), "102");
        close("performerOrganization");
        open("insuranceCard");
        id("insurerNumber", Strict.digits(person.insurerNumber(), INSURER_DIGITS, "insurerNumber"), "101");
        if (!person.symbol().isEmpty()) {
            id("symbol", insured(person.symbol(), "symbol"), "204");
        }
        id("number", insured(person.number(), "number"), "205");
        if (!person.branch().isEmpty()) {
            id("branchCode", Strict.digits(person.branch(), BRANCH_DIGITS, "branchCode"), "211");
        }
        close("insuranceCard");
        start("name").raw(Markup.CLOSE).text(Strict.present(person.name(), "name"));
        out.raw(XmlBuffer.utf8("</name>\n"));
        address(person.address().text(), person.address().postalCode(), hasAddress);
        date("birthTime", person.birth());
        code("administrativeGender", person.sex());
        close("subjectPerson");
    }

    private void address(Field text, Field postalCode, boolean hasAddress) {
        Strict.require(hasAddress || text.isEmpty(), "addr", "CHK-HDR-010 guidance carries only the postal code");
        Strict.require(HeaderWriter.isPostalCode(postalCode.text()), "addr", "CHK-XML-019 postal code is not ###-####");
        start("addr").raw(Markup.CLOSE).text(text.text());
        out.raw(XmlBuffer.utf8("<postalCode>")).text(postalCode.text());
        out.raw(XmlBuffer.utf8("</postalCode></addr>\n"));
    }

    private static String insured(Field field, String place) {
        Strict.require(
                Strict.present(field, place).length() <= INSURED_CHARACTERS,
                place,
                "CHK-HDR-006 more than 20 characters");
        return field.text();
    }

    /// A return, with the reason from the table of its sender.
    void adjudication(String name, Adjudication result) {
        open(name);
        code("interactionType", result.interactionType());
        date("recordDate", result.recorded());
        if (result.text().isEmpty()) {
            code("reason", result.reason());
        } else {
            Strict.require(
                    result.text().text().length() <= REASON_CHARACTERS, name, "CHK-XML-003 more than 100 characters");
            open("reason", result.reason());
            start("text").raw(Markup.CLOSE).text(result.text().text());
            out.raw(XmlBuffer.utf8("</text>\n"));
            close("reason");
        }
        close(name);
    }
}
