package org.tsunagu.fhir.checkup;

import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Coverage.CoverageStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Ticket;

/// Writes the people and organisations of a document (受診者・機関・保険者・受診券): those of the header, and doctors by
/// name.
final class PartyParts {

    private static final String PATIENT = "patient";
    private static final String AUTHOR = "author";
    private static final String PERFORMER = "performer";

    private final Parts parts;

    PartyParts(Parts parts) {
        this.parts = parts;
    }

    void write(Header header) {
        patient(header.patient());
        organizations(header);
        if (!header.patient().insurerNumber().isEmpty()) {
            insurer(header.patient().insurerNumber().text());
        }
        parts.add("encounter", "Encounter", encounter(header));
        insurance(header.patient());
        for (var i = 0; i < header.tickets().size(); i++) {
            ticket(i, header.tickets().get(i));
        }
    }

    private void patient(org.tsunagu.checkupformat.document.Patient person) {
        var patient = new Patient();
        patient.addIdentifier(memberId(person));
        if (!person.name().isEmpty()) {
            patient.addName(kana(person.name().text()));
        }
        switch (person.sex().text()) {
            case "1" -> patient.setGender(AdministrativeGender.MALE);
            case "2" -> patient.setGender(AdministrativeGender.FEMALE);
            default -> {}
        }
        var birth = Days.iso(person.birth());
        if (!birth.isEmpty()) {
            patient.setBirthDateElement(new DateType(birth));
        }
        var address = address(person.address());
        if (!address.isEmpty()) {
            patient.addAddress(address);
        }
        parts.add(PATIENT, "Patient", patient);
    }

    private static HumanName kana(String text) {
        var name = new HumanName().setUse(NameUse.OFFICIAL).setText(text);
        name.addExtension(Systems.uri("NAME-REPRESENTATION"), new CodeType("SYL"));
        return name;
    }

    private static Identifier memberId(org.tsunagu.checkupformat.document.Patient person) {
        return new Identifier().setSystem(Systems.uri("MEMBER-ID")).setValue(MemberId.of(person));
    }

    /// The facility that made the file and the one that did the checkup are one resource when they are the same.
    private void organizations(Header header) {
        var isSame = header.author().equals(header.performer());
        var author = organization(header.author());
        author.addType(Systems.concept("ORGANIZATION-ROLE", isSame ? "exec-org" : "doc-org"));
        if (isSame) {
            author.addType(Systems.concept("ORGANIZATION-ROLE", "doc-org"));
        }
        parts.add(AUTHOR, "Organization", author);
        if (!isSame) {
            var performer = organization(header.performer());
            performer.addType(Systems.concept("ORGANIZATION-ROLE", "exec-org"));
            parts.add(PERFORMER, "Organization", performer);
        }
    }

    Reference author() {
        return parts.to(AUTHOR);
    }

    private Reference performer() {
        return parts.to(parts.has(PERFORMER) ? PERFORMER : AUTHOR);
    }

    private static Organization organization(org.tsunagu.checkupformat.document.Organization facility) {
        var organization = new Organization();
        if (!facility.number().isEmpty()) {
            organization
                    .addIdentifier()
                    .setSystem(Systems.uri("FACILITY"))
                    .setValue(facility.number().text());
        }
        if (!facility.name().isEmpty()) {
            organization.setName(facility.name().text());
        }
        if (!facility.telecom().isEmpty()) {
            organization
                    .addTelecom()
                    .setSystem(ContactPointSystem.PHONE)
                    .setValue(Telephone.number(facility.telecom().text()));
        }
        var address = address(facility.address());
        if (!address.isEmpty()) {
            organization.addAddress(address);
        }
        return organization;
    }

    private static Address address(org.tsunagu.checkupformat.document.Address written) {
        var address = new Address();
        if (!written.text().isEmpty()) {
            address.setText(written.text().text());
        }
        if (!written.postalCode().isEmpty()) {
            address.setPostalCode(written.postalCode().text());
        }
        return address.isEmpty() ? address : address.setCountry("JP");
    }

    private Reference insurer(String number) {
        var path = "insurer/" + number;
        if (parts.has(path)) {
            return parts.to(path);
        }
        var insurer = new Organization().addType(Systems.concept("ORGANIZATION-TYPE", "ins"));
        insurer.addIdentifier().setSystem(Systems.uri("INSURER")).setValue(number);
        return parts.add(path, "OrganizationInsurer", insurer);
    }

    private Encounter encounter(Header header) {
        var encounter = new Encounter().setStatus(EncounterStatus.FINISHED);
        encounter.getClass_().setSystem(Systems.uri("ENCOUNTER")).setCode("checkup");
        encounter.setSubject(parts.to(PATIENT)).setServiceProvider(performer());
        var period = period(header.examDate());
        return period.isEmpty() ? encounter : encounter.setPeriod(period);
    }

    /// A period of one day; empty for what is not a day.
    static Period period(Field compact) {
        var day = Days.iso(compact);
        var period = new Period();
        if (!day.isEmpty()) {
            period.setStartElement(new DateTimeType(day)).setEndElement(new DateTimeType(day));
        }
        return period;
    }

    private void insurance(org.tsunagu.checkupformat.document.Patient person) {
        var coverage = coverage();
        coverage.addIdentifier(memberId(person));
        if (!person.insurerNumber().isEmpty()) {
            coverage.addPayor(insurer(person.insurerNumber().text()));
        }
        parts.add("insurance", "CoverageInsurance", coverage);
    }

    private void ticket(int index, Ticket ticket) {
        var coverage = coverage();
        if (!ticket.insurerNumber().isEmpty()) {
            coverage.addPayor(insurer(ticket.insurerNumber().text()));
        }
        coverage.setType(Systems.concept("TICKET-KIND", ticket.function().text()));
        if (!ticket.number().isEmpty()) {
            coverage.setSubscriberId(ticket.number().text());
        }
        var until = Days.iso(ticket.validUntil());
        if (!until.isEmpty()) {
            coverage.getPeriod().setEndElement(new DateTimeType(until));
        }
        parts.add("ticket/" + index, "CoverageService", coverage);
    }

    private Coverage coverage() {
        return new Coverage().setStatus(CoverageStatus.ACTIVE).setBeneficiary(parts.to(PATIENT));
    }

    /// The doctor of a name (医師), written once.
    Reference doctor(String name) {
        var path = "doctor/" + name;
        if (parts.has(path)) {
            return parts.to(path);
        }
        var doctor = new Practitioner();
        doctor.addName(new HumanName().setText(name));
        return parts.add(path, "Practitioner", doctor);
    }
}
