package org.tsunagu.fhir.checkup;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.InstantType;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// Writes checkup documents as FHIR documents (健診結果報告書). What FHIR cannot carry is reported, never left out in
/// silence: every bundle is compared with its document. The same document gives the same bytes.
public final class BundleWriter {

    private static final int YEAR = 4;

    private final Items items;
    private final BundleFormat format;

    /// Writes in one notation, with the names and units of a master.
    public BundleWriter(Items items, BundleFormat format) {
        this.items = items;
        this.format = format;
    }

    /// Writes one document.
    ///
    /// @param identity what tells this document from all others of its facility and year; never a person's number
    /// @param place for the problems
    public byte[] write(CheckupDocument document, String identity, Place place, Consumer<Problem> sink) {
        var bundle = bundle(document, identity);
        var reporter = new Reporter(FhirCatalogue.shipped(), sink);
        reportShape(document, place, reporter);
        var back = new BundleDocument(bundle, items, place, problem -> {}).read();
        new Losses(document, place, reporter).compare(back);
        return Fhir.parser(format).encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8);
    }

    Bundle bundle(CheckupDocument document, String identity) {
        var header = document.header();
        var time = instant(header);
        var bundle = new Bundle().setType(BundleType.DOCUMENT);
        bundle.getMeta().addProfile(Systems.uri("PROFILE-BUNDLE"));
        bundle.setLanguage("ja");
        bundle.getIdentifier().setSystem(Systems.uri("BUNDLE-ID")).setValue(identifier(header, identity));
        if (!time.isEmpty()) {
            bundle.setTimestampElement(new InstantType(time));
            bundle.getMeta().setLastUpdatedElement(new InstantType(time));
        }
        var parts = new Parts(bundle, identifier(header, identity), time);
        var composition = new CompositionPart(parts);
        var people = new PartyParts(parts);
        people.write(header);
        var doctor = firstDoctor(document).map(people::doctor);
        var sections = new ResultParts(parts, new ResultForm(items), people, document).write();
        composition.write(header, sections, doctor);
        return bundle;
    }

    private static String instant(Header header) {
        for (var day : List.of(header.authorTime(), header.created(), header.examDate())) {
            var instant = Days.instant(day);
            if (!instant.isEmpty()) {
                return instant;
            }
        }
        return "";
    }

    private static String identifier(Header header, String identity) {
        var day = header.examDate().text();
        var year = day.length() < YEAR ? "" : day.substring(0, YEAR);
        return String.join("^", header.author().number().text(), year, identity);
    }

    private static Optional<String> firstDoctor(CheckupDocument document) {
        return document.observations().stream()
                .map(Observation::doctorName)
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private static void reportShape(CheckupDocument document, Place place, Reporter reporter) {
        if (firstDoctor(document).isEmpty()) {
            reporter.report("FHIR-NO-PRACTITIONER", place);
        }
        document.sections().stream()
                .map(Field::text)
                .distinct()
                .filter(section -> !Sections.knows(section))
                .forEach(section -> reporter.report("FHIR-SECTION-GENERAL", place, "actual", section));
        var groups = document.observations().stream()
                .filter(result -> result.group() != 0)
                .collect(Collectors.groupingBy(Observation::group));
        groups.values().stream()
                .filter(members -> Groups.of(members).isEmpty())
                .forEach(members -> reporter.report(
                        "FHIR-GROUP-CODE", place.item(members.getFirst().code())));
    }
}
