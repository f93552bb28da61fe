package org.tsunagu.fhir.checkup;

import static org.tsunagu.fhir.checkup.MemberId.field;
import static org.tsunagu.fhir.checkup.Systems.text;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Ticket;

/// Reads the header of a document out of a bundle (ヘッダ部): who, where, when, with which ticket. What the CDA says in
/// one way only is filled in so.
final class PartyReader {

    private static final String ROOT = "1.2.392.200119.6.";

    private final BundleDocument document;
    private final Composition composition;

    PartyReader(BundleDocument document, Composition composition) {
        this.document = document;
        this.composition = composition;
    }

    Header header() {
        var encounter = document.find(composition.getEncounter(), Encounter.class);
        var author = organization(composition.getAuthor(), "doc-org");
        var performer = encounter == null ? null : document.find(encounter.getServiceProvider(), Organization.class);
        return new Header(
                Field.of("2.16.840.1.113883.1.3"),
                Field.of("POCD_HD000040"),
                code(composition.getCategory(), "CATEGORY"),
                Field.of(ROOT + "1001"),
                Days.compact(text(composition.getDateElement().getValueAsString())),
                patient(),
                Days.compact(text(document.bundle().getTimestampElement().getValueAsString())),
                facility(author),
                tickets(),
                code(composition.getEventFirstRep().getCode(), "PROGRAMME"),
                Field.of(ROOT + "1002"),
                examDate(encounter),
                facility(performer == null ? author : performer));
    }

    private static Field code(List<org.hl7.fhir.r4.model.CodeableConcept> concepts, String use) {
        return concepts.stream()
                .map(concept -> Systems.code(concept, use))
                .filter(code -> !code.isEmpty())
                .findFirst()
                .map(Field::of)
                .orElse(Field.ABSENT);
    }

    private Field examDate(@Nullable Encounter encounter) {
        var ofEvent = start(composition.getEventFirstRep().getPeriod());
        return ofEvent.isEmpty() && encounter != null ? start(encounter.getPeriod()) : ofEvent;
    }

    private static Field start(Period period) {
        return Days.compact(text(period.getStartElement().getValueAsString()));
    }

    private org.tsunagu.checkupformat.document.Patient patient() {
        var patient = document.find(composition.getSubject(), Patient.class);
        var person = patient == null ? new Patient() : patient;
        var id = memberId(person);
        return new org.tsunagu.checkupformat.document.Patient(
                field(id.insurer()),
                field(id.symbol()),
                field(id.number()),
                field(id.branch()),
                field(kana(person)),
                field(sex(person)),
                Field.of(ROOT + "1104"),
                Days.compact(text(person.getBirthDateElement().getValueAsString())),
                address(person.getAddressFirstRep()));
    }

    private static String sex(Patient person) {
        if (person.getGender() == null) {
            return "";
        }
        return switch (person.getGender().toCode()) {
            case "male" -> "1";
            case "female" -> "2";
            default -> "";
        };
    }

    /// The name in kana; the first name there is when none says that it is.
    private static String kana(Patient person) {
        for (var name : person.getName()) {
            var representation = name.getExtensionByUrl(Systems.uri("NAME-REPRESENTATION"));
            if (representation != null && "SYL".equals(representation.getValue().primitiveValue())) {
                return whole(name);
            }
        }
        return whole(person.getNameFirstRep());
    }

    private static String whole(org.hl7.fhir.r4.model.HumanName name) {
        return name.hasText() ? name.getText() : text(name.getFamily()) + name.getGivenAsSingleString();
    }

    /// The insured numbers: those of the identifier, else those of the earlier extensions.
    private MemberId memberId(Patient person) {
        var own = identifier(person.getIdentifier(), "MEMBER-ID");
        if (!own.isEmpty()) {
            return MemberId.parse(own);
        }
        for (var coverage : coverages()) {
            var id = identifier(coverage.getIdentifier(), "MEMBER-ID");
            var found = id.isEmpty() ? extensions(coverage) : MemberId.parse(id);
            if (!found.equals(MemberId.NONE)) {
                return found;
            }
        }
        return MemberId.NONE;
    }

    private MemberId extensions(Coverage coverage) {
        var number = extension(coverage, "INSURED-NUMBER");
        return number.isEmpty()
                ? MemberId.NONE
                : new MemberId(
                        insurer(coverage),
                        extension(coverage, "INSURED-SYMBOL"),
                        number,
                        extension(coverage, "INSURED-BRANCH"));
    }

    private static String extension(Coverage coverage, String use) {
        return coverage.getExtension().stream()
                .filter(extension -> Systems.is(use, text(extension.getUrl())) && extension.hasValue())
                .map(extension -> text(extension.getValue().primitiveValue()))
                .findFirst()
                .orElse("");
    }

    private static String identifier(List<Identifier> identifiers, String use) {
        return identifiers.stream()
                .filter(identifier -> Systems.is(use, text(identifier.getSystem())))
                .map(identifier -> text(identifier.getValue()))
                .findFirst()
                .orElse("");
    }

    private List<Coverage> coverages() {
        var found = new ArrayList<Coverage>();
        for (var entry : document.bundle().getEntry()) {
            if (entry.getResource() instanceof Coverage coverage) {
                found.add(coverage);
            }
        }
        return found;
    }

    private List<Ticket> tickets() {
        var tickets = new ArrayList<Ticket>();
        for (var coverage : coverages()) {
            var kind = Systems.code(coverage.getType(), "TICKET-KIND");
            if (!kind.isEmpty()) {
                var insurer = insurer(coverage);
                tickets.add(new Ticket(
                        field(kind),
                        Days.compact(text(coverage.getPeriod().getEndElement().getValueAsString())),
                        field(text(coverage.getSubscriberId())),
                        field(TicketRoot.of(kind, insurer)),
                        field(insurer)));
            }
        }
        return tickets;
    }

    private String insurer(Coverage coverage) {
        var payor = document.find(coverage.getPayorFirstRep(), Organization.class);
        return payor == null ? "" : identifier(payor.getIdentifier(), "INSURER");
    }

    private @Nullable Organization organization(List<Reference> references, String role) {
        @Nullable Organization first = null;
        for (var reference : references) {
            var found = document.find(reference, Organization.class);
            if (found != null
                    && found.getType().stream()
                            .anyMatch(type ->
                                    Systems.code(type, "ORGANIZATION-ROLE").equals(role))) {
                return found;
            }
            first = first == null ? found : first;
        }
        return first;
    }

    private static org.tsunagu.checkupformat.document.Organization facility(@Nullable Organization found) {
        if (found == null) {
            return org.tsunagu.checkupformat.document.Organization.ABSENT;
        }
        return new org.tsunagu.checkupformat.document.Organization(
                field(identifier(found.getIdentifier(), "FACILITY")),
                field(text(found.getName())),
                field(Telephone.address(text(found.getTelecomFirstRep().getValue()))),
                address(found.getAddressFirstRep()));
    }

    private static Address address(org.hl7.fhir.r4.model.Address written) {
        return new Address(field(text(written.getText())), field(text(written.getPostalCode())));
    }
}
