package org.tsunagu.fhir.checkup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.tsunagu.codes.item.Items;

/// What a FHIR server answers about checkups (FHIRサーバーの応答), as JSON. Nothing here is kept between two answers.
public final class FhirAnswers {

    private final BundleWriter writer;

    /// Answers with the names and units of a master.
    public FhirAnswers(Items items) {
        this.writer = new BundleWriter(items, BundleFormat.JSON);
    }

    /// One checkup as a document.
    public byte[] document(FoundCheckup found) {
        return json(bundle(found));
    }

    private Bundle bundle(FoundCheckup found) {
        var bundle = writer.bundle(found.document(), "checkup-" + found.id());
        bundle.setId(found.id());
        return bundle;
    }

    /// A page of checkups, each a document.
    public byte[] documents(List<FoundCheckup> found, SearchPage page) {
        return json(page(found.stream().map(this::bundle).toList(), page));
    }

    /// A slice of a list (一覧の一部).
    ///
    /// @param from how many are passed over
    /// @param most at most so many are given
    public record Cut(int from, int most) {}

    /// The results of checkups, one after the other.
    ///
    /// @param code of an item; empty for all
    /// @param page with the address of a next page, which is only said when there is more
    public byte[] observations(List<FoundCheckup> found, String code, Cut cut, SearchPage page) {
        var results = found.stream()
                .flatMap(one -> observations(one).stream())
                .filter(observation -> code.isEmpty() || isOf(observation, code))
                .skip(cut.from())
                .limit(cut.most() + 1L)
                .toList();
        var hasMore = results.size() > cut.most();
        return json(page(
                hasMore ? results.subList(0, cut.most()) : results,
                hasMore ? page : new SearchPage(page.base(), page.self(), "")));
    }

    /// A page of people.
    public byte[] patients(List<FoundPerson> people, SearchPage page) {
        return json(page(people.stream().map(FhirAnswers::patient).toList(), page));
    }

    /// One person.
    public byte[] person(FoundPerson person) {
        return json(patient(person));
    }

    private static boolean isOf(Observation observation, String code) {
        return Systems.code(observation.getCode(), "ITEM").equals(code)
                || observation.getComponent().stream()
                        .anyMatch(part -> Systems.code(part.getCode(), "ITEM").equals(code));
    }

    /// The results of a document as resources of this server: they refer to each other and to the person there.
    private List<Observation> observations(FoundCheckup found) {
        var observations = new ArrayList<Observation>();
        var addresses = new HashMap<String, String>();
        var doctors = new HashMap<String, String>();
        for (var entry : bundle(found).getEntry()) {
            if (entry.getResource() instanceof Observation observation) {
                observation.setId("%s-%d".formatted(found.id(), observations.size() + 1));
                observation.setSubject(new Reference("Patient/" + found.patientId()));
                addresses.put(entry.getFullUrl(), "Observation/" + observation.getIdPart());
                observations.add(observation);
            } else if (entry.getResource() instanceof Practitioner doctor) {
                doctors.put(entry.getFullUrl(), doctor.getNameFirstRep().getText());
            }
        }
        observations.forEach(observation -> relate(observation, addresses, doctors));
        return observations;
    }

    private static void relate(Observation observation, Map<String, String> addresses, Map<String, String> doctors) {
        for (var member : observation.getHasMember()) {
            member.setReference(addresses.get(member.getReference()));
        }
        var people = new ArrayList<>(observation.getPerformer());
        observation
                .getComponent()
                .forEach(part -> part.getExtension().forEach(extension -> {
                    if (extension.getValue() instanceof Reference person) {
                        people.add(person);
                    }
                }));
        for (var person : people) {
            person.setDisplay(doctors.get(person.getReference()));
            person.setReference(null);
        }
    }

    private static Patient patient(FoundPerson person) {
        var patient = new Patient();
        patient.setId(person.id());
        patient.addIdentifier().setSystem(Systems.uri("MEMBER-ID")).setValue(person.memberId());
        name(patient, person.name(), "IDE");
        name(patient, person.kana(), "SYL");
        patient.setGender(person.sex().equals("1") ? AdministrativeGender.MALE : AdministrativeGender.FEMALE);
        patient.setBirthDateElement(new DateType(person.birth()));
        if (!person.postalCode().isEmpty()) {
            patient.addAddress().setPostalCode(person.postalCode()).setCountry("JP");
        }
        return patient;
    }

    private static void name(Patient patient, String text, String representation) {
        if (!text.isEmpty()) {
            var name = new HumanName().setUse(NameUse.OFFICIAL).setText(text);
            name.addExtension(Systems.uri("NAME-REPRESENTATION"), new CodeType(representation));
            patient.addName(name);
        }
    }

    private static Bundle page(List<? extends Resource> resources, SearchPage page) {
        var answer = new Bundle().setType(BundleType.SEARCHSET);
        answer.addLink().setRelation("self").setUrl(page.self());
        if (!page.next().isEmpty()) {
            answer.addLink().setRelation("next").setUrl(page.next());
        }
        for (var resource : resources) {
            var entry = answer.addEntry().setResource(resource);
            entry.setFullUrl("%s/%s/%s".formatted(page.base(), resource.fhirType(), resource.getIdPart()));
            entry.getSearch().setMode(SearchEntryMode.MATCH);
        }
        return answer;
    }

    private static byte[] json(Resource resource) {
        return Fhir.parser(BundleFormat.JSON).encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }
}
