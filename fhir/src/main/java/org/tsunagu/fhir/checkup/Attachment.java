package org.tsunagu.fhir.checkup;

import java.util.Optional;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Observation;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// A bundle that only carries the CDA document (CDA添付): no results of its own, but hc08 in an attachment.
final class Attachment {

    private static final String HC08 = "cdar2_hc08_v08";

    private Attachment() {}

    /// The attached document; empty when there is none or the bundle has results.
    static Optional<byte[]> of(Bundle bundle) {
        for (var entry : bundle.getEntry()) {
            if (entry.getResource() instanceof Observation) {
                return Optional.empty();
            }
        }
        for (var entry : bundle.getEntry()) {
            if (entry.getResource() instanceof DocumentReference document) {
                for (var content : document.getContent()) {
                    if (HC08.equals(content.getFormat().getCode())
                            && content.getAttachment().hasData()) {
                        return Optional.of(content.getAttachment().getData());
                    }
                }
            }
        }
        return Optional.empty();
    }

    static Optional<CheckupDocument> read(byte[] cda, Items items, Place place, Consumer<Problem> sink) {
        var reader = new DocumentReader(items, XmlLimits.standard());
        var read = reader.read(cda, place, new Reporter(CheckupCatalogue.shipped(), sink));
        if (read.isPresent() && read.get() instanceof CheckupDocument document) {
            return Optional.of(document);
        }
        new Reporter(FhirCatalogue.shipped(), sink).report("FHIR-ATTACHMENT", place);
        return Optional.empty();
    }
}
