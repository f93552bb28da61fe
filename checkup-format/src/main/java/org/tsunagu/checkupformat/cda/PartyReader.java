package org.tsunagu.checkupformat.cda;

import javax.xml.stream.XMLStreamConstants;
import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.checkupformat.document.Ticket;

/// Reads persons, organisations, addresses and tickets (受診者・機関・住所・受診券) of a document header. Of an element
/// written twice the first counts.
final class PartyReader {

    private final XmlCursor xml;
    private final FlowText addressText = new FlowText(true);

    PartyReader(XmlCursor xml) {
        this.xml = xml;
    }

    /// At `patientRole`.
    Patient patient() throws RefusedXml {
        var person = new Person();
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "id" -> person.identifier(xml);
                case "addr" -> person.address = person.address.equals(Address.ABSENT) ? address() : person.address;
                case "patient" -> details(person);
                default -> {}
            }
        }
        return person.build();
    }

    private void details(Person person) throws RefusedXml {
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "name" -> person.name = person.name.isThere() ? person.name : xml.content();
                case "administrativeGenderCode" -> {
                    person.sex = xml.field("code");
                    person.sexSystem = xml.field("codeSystem");
                }
                case "birthTime" -> person.birth = xml.field("value");
                default -> {}
            }
        }
    }

    /// At `representedOrganization`.
    Organization organization() throws RefusedXml {
        var number = Field.ABSENT;
        var name = Field.ABSENT;
        var telecom = Field.ABSENT;
        var address = Address.ABSENT;
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "id" ->
                    number = !number.isThere() && xml.word("root").equals(Oids.FACILITY)
                            ? xml.field("extension")
                            : number;
                case "name" -> name = name.isThere() ? name : xml.content();
                case "telecom" -> telecom = telecom.isThere() ? telecom : xml.field("value");
                case "addr" -> address = address.equals(Address.ABSENT) ? address() : address;
                default -> {}
            }
        }
        return new Organization(number, name, telecom, address);
    }

    /// At `participant`.
    Ticket ticket() throws RefusedXml {
        var function = Field.ABSENT;
        var validUntil = Field.ABSENT;
        var identity = new TicketIdentity();
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "functionCode" -> function = xml.field("code");
                case "time" -> validUntil = xml.find("high") ? xml.field("value") : validUntil;
                case "associatedEntity" -> identity(identity);
                default -> {}
            }
        }
        return new Ticket(function, validUntil, identity.number, identity.root, identity.insurer);
    }

    private void identity(TicketIdentity identity) throws RefusedXml {
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "id" -> {
                    identity.number = xml.field("extension");
                    identity.root = xml.field("root");
                }
                case "scopingOrganization" ->
                    identity.insurer = xml.find("id") ? xml.field("extension") : identity.insurer;
                default -> {}
            }
        }
    }

    /// At `addr`: mixed text, before or after the postal code.
    Address address() throws RefusedXml {
        var place = xml.at("");
        var postalCode = Field.ABSENT;
        var depth = xml.depth();
        addressText.clear();
        while (xml.depth() >= depth) {
            var event = xml.next();
            xml.appendOrEndRun(event, addressText);
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("postalCode")) {
                postalCode = xml.content();
            }
        }
        return new Address(new Field(addressText.take(), place.line(), place.column()), postalCode);
    }

    private static final class TicketIdentity {
        private Field number = Field.ABSENT;
        private Field root = Field.ABSENT;
        private Field insurer = Field.ABSENT;
    }

    private static final class Person {
        private Field insurerNumber = Field.ABSENT;
        private Field symbol = Field.ABSENT;
        private Field number = Field.ABSENT;
        private Field branch = Field.ABSENT;
        private Field name = Field.ABSENT;
        private Field sex = Field.ABSENT;
        private Field sexSystem = Field.ABSENT;
        private Field birth = Field.ABSENT;
        private Address address = Address.ABSENT;

        private void identifier(XmlCursor xml) throws RefusedXml {
            switch (xml.word("root")) {
                case Oids.INSURER -> insurerNumber = xml.field("extension");
                case Oids.SYMBOL -> symbol = xml.field("extension");
                case Oids.NUMBER -> number = xml.field("extension");
                case Oids.BRANCH -> branch = xml.field("extension");
                default -> {}
            }
        }

        private Patient build() {
            return new Patient(insurerNumber, symbol, number, branch, name, sex, sexSystem, birth, address);
        }
    }
}
