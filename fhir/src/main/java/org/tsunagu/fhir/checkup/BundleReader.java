package org.tsunagu.fhir.checkup;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Patient;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// Reads FHIR documents of checkups (健診結果報告書の読み取り), JSON or XML, whoever wrote them. Never throws on what it
/// finds there: what cannot be read is reported with a `FHIR-` check. Whether the results themselves are right is the
/// business of the reception checks.
public final class BundleReader {

    private final Items items;
    private final BundleLimits limits;

    /// A reader that knows the items of a master.
    public BundleReader(Items items, BundleLimits limits) {
        this.items = items;
        this.limits = limits;
    }

    /// Reads a bundle; empty when it is refused, which is reported.
    public Optional<CheckupDocument> read(byte[] bytes, Place place, Consumer<Problem> sink) {
        var reporter = new Reporter(FhirCatalogue.shipped(), sink);
        if (!new Outside(limits).isSafe(bytes, place, reporter)) {
            return Optional.empty();
        }
        return parse(bytes, place, reporter)
                .filter(bundle -> isDocument(bundle, place, reporter))
                .flatMap(bundle -> document(bundle, place, sink));
    }

    private Optional<CheckupDocument> document(Bundle bundle, Place place, Consumer<Problem> sink) {
        var attached = Attachment.of(bundle);
        return attached.isPresent()
                ? Attachment.read(attached.get(), items, place, sink)
                : Optional.of(new BundleDocument(bundle, items, place, sink).read());
    }

    private static Optional<Bundle> parse(byte[] bytes, Place place, Reporter reporter) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var parser = Fhir.parser(Outside.isXml(text) ? BundleFormat.XML : BundleFormat.JSON);
        parser.setParserErrorHandler(new Slips(place, reporter));
        var resource = parse(parser, text);
        if (resource.isEmpty()) {
            reporter.report("FHIR-SYNTAX", place);
            return Optional.empty();
        }
        if (resource.get() instanceof Bundle bundle) {
            return Optional.of(bundle);
        }
        reporter.report("FHIR-KIND", place, "actual", resource.get().fhirType());
        return Optional.empty();
    }

    /// The message of the library is not shown: it quotes the document. Besides its own exception it lets those of
    /// its own slips through on hostile input.
    private static Optional<IBaseResource> parse(IParser parser, String text) {
        try {
            return Optional.of(parser.parseResource(text));
        } catch (DataFormatException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException
                | ClassCastException
                | IndexOutOfBoundsException
                | UnsupportedOperationException
                | ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException e) {
            return Optional.empty();
        }
    }

    private boolean isDocument(Bundle bundle, Place place, Reporter reporter) {
        var entries = bundle.getEntry().size();
        if (entries > limits.entries()) {
            var most = String.valueOf(limits.entries());
            reporter.report("FHIR-ENTRIES", place, "actual", String.valueOf(entries), "expected", most);
            return false;
        }
        if (bundle.getType() != BundleType.DOCUMENT) {
            reporter.report("FHIR-TYPE", place);
            return false;
        }
        if (!(bundle.getEntryFirstRep().getResource() instanceof Composition)) {
            reporter.report("FHIR-COMPOSITION", place);
            return false;
        }
        if (bundle.getEntry().stream().noneMatch(entry -> entry.getResource() instanceof Patient)) {
            reporter.report("FHIR-PATIENT", place);
            return false;
        }
        var profiles = bundle.getMeta().getProfile();
        if (profiles.stream().noneMatch(profile -> isReport(Systems.text(profile.getValue())))) {
            reporter.report("FHIR-PROFILE", place);
        }
        return true;
    }

    /// The profile of the checkup report, of any version.
    private static boolean isReport(String profile) {
        var version = profile.indexOf('|');
        return Systems.is("PROFILE-BUNDLE", version < 0 ? profile : profile.substring(0, version));
    }
}
