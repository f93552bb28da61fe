package org.tsunagu.fhir.checkup;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// Reads the document out of a bundle that is one (バンドルからの文書の読み取り).
final class BundleDocument {

    private final Bundle bundle;
    private final Items items;
    private final Place place;
    private final Reporter reporter;
    private final Map<String, Resource> byUrl = new HashMap<>();

    BundleDocument(Bundle bundle, Items items, Place place, Consumer<Problem> sink) {
        this.bundle = bundle;
        this.items = items;
        this.place = place;
        this.reporter = new Reporter(FhirCatalogue.shipped(), sink);
        for (var entry : bundle.getEntry()) {
            var resource = entry.getResource();
            if (resource != null) {
                byUrl.putIfAbsent(Systems.text(entry.getFullUrl()), resource);
                byUrl.putIfAbsent(
                        resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource);
            }
        }
    }

    /// The document; the bundle begins with a Composition.
    CheckupDocument read() {
        var composition = (Composition) bundle.getEntryFirstRep().getResource();
        var header = new PartyReader(this, composition).header();
        var results = new ResultReader(this);
        var sections = results.read(composition);
        return new CheckupDocument(header, sections, results.observations());
    }

    Bundle bundle() {
        return bundle;
    }

    Items items() {
        return items;
    }

    /// What a reference leads to when it is of a kind; null when it is not. One that leads nowhere is reported.
    <T extends Resource> @Nullable T find(Reference reference, Class<T> kind) {
        var key = Systems.text(reference.getReference());
        var resource = byUrl.get(key);
        if (resource == null && !key.isEmpty()) {
            reporter.report("FHIR-REFERENCE", place);
        }
        return kind.isInstance(resource) ? kind.cast(resource) : null;
    }

    void report(String check, String item, String... arguments) {
        reporter.report(check, place.item(item), arguments);
    }
}
