package org.tsunagu.checkupformat.cda;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.Adjudication;
import org.tsunagu.checkupformat.document.Charge;
import org.tsunagu.checkupformat.document.ClaimSubject;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Patient;

/// Reads what both kinds of settlement files have (決済情報の共通部分): person, charges, returns.
final class ClaimParts {

    private final XmlCursor xml;
    private @Nullable Adjudication agency;
    private @Nullable Adjudication insurer;

    ClaimParts(XmlCursor xml) {
        this.xml = xml;
    }

    Optional<Adjudication> agency() {
        return Optional.ofNullable(agency);
    }

    Optional<Adjudication> insurer() {
        return Optional.ofNullable(insurer);
    }

    Subject subject() {
        return new Subject();
    }

    /// At an element with a kind, and an amount or a rate.
    Charge charge() throws RefusedXml {
        var kind = xml.field("code");
        var amount = Field.ABSENT;
        var rate = Field.ABSENT;
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "amount" -> amount = xml.field("value");
                case "rate" -> rate = xml.field("value");
                default -> {}
            }
        }
        return new Charge(kind, amount, rate);
    }

    /// At the parent of an `amount`.
    Field amount() throws RefusedXml {
        return xml.find("amount") ? xml.field("value") : Field.ABSENT;
    }

    /// At any other child of the root element.
    void adjudication() throws RefusedXml {
        switch (xml.name()) {
            case "agencyAdjudicationResult" -> agency = result();
            case "insurerAdjudicationResult" -> insurer = result();
            default -> {}
        }
    }

    private Adjudication result() throws RefusedXml {
        var interaction = Field.ABSENT;
        var recorded = Field.ABSENT;
        var reason = Field.ABSENT;
        var text = Field.ABSENT;
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "interactionType" -> interaction = xml.field("code");
                case "recordDate" -> recorded = xml.field("value");
                case "reason" -> {
                    reason = xml.word("code").isEmpty() ? Field.ABSENT : xml.field("code");
                    text = xml.find("text") ? xml.content() : text;
                }
                default -> {}
            }
        }
        return new Adjudication(interaction, recorded, reason, text);
    }

    /// The person of a settlement file while it is being read (受診者・利用者情報).
    final class Subject {
        private final PartyReader parties = new PartyReader(xml);
        private Field serviceKind = Field.ABSENT;
        private Field facility = Field.ABSENT;
        private Field insurerNumber = Field.ABSENT;
        private Field symbol = Field.ABSENT;
        private Field number = Field.ABSENT;
        private Field branch = Field.ABSENT;
        private Field name = Field.ABSENT;
        private Field sex = Field.ABSENT;
        private Field birth = Field.ABSENT;
        private Address address = Address.ABSENT;

        /// At `encounter` of a checkup.
        void service() throws RefusedXml {
            if (xml.find("serviceEventType")) {
                serviceKind(xml.field("code"));
            }
        }

        void serviceKind(Field written) {
            serviceKind = written;
        }

        /// At `subjectPerson`.
        void person() throws RefusedXml {
            var depth = xml.depth();
            while (xml.child(depth)) {
                switch (xml.name()) {
                    case "performerOrganization" -> facility = xml.find("id") ? xml.field("extension") : facility;
                    case "insuranceCard" -> card();
                    case "name" -> name = xml.content();
                    case "addr" -> address = parties.address();
                    case "birthTime" -> birth = xml.field("value");
                    case "administrativeGender" -> sex = xml.field("code");
                    default -> {}
                }
            }
        }

        private void card() throws RefusedXml {
            var depth = xml.depth();
            while (xml.child(depth)) {
                switch (xml.name()) {
                    case "insurerNumber" -> insurerNumber = xml.field("extension");
                    case "symbol" -> symbol = xml.field("extension");
                    case "number" -> number = xml.field("extension");
                    case "branchCode" -> branch = xml.field("extension");
                    default -> {}
                }
            }
        }

        ClaimSubject build() {
            var person = new Patient(insurerNumber, symbol, number, branch, name, sex, Field.ABSENT, birth, address);
            return new ClaimSubject(serviceKind, facility, person);
        }
    }
}
