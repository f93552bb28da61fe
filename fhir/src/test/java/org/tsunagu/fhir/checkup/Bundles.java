package org.tsunagu.fhir.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;

/// Bundles of documents and back, for tests.
final class Bundles {

    static final Place PLACE = Place.of("a.json");
    static final List<String> NOTES = List.of("FHIR-NO-PRACTITIONER", "FHIR-GROUP-CODE");

    private Bundles() {}

    static String json(CheckupDocument document, List<Problem> problems) {
        return text(document, BundleFormat.JSON, problems);
    }

    static String json(CheckupDocument document) {
        return json(document, new ArrayList<>());
    }

    static String text(CheckupDocument document, BundleFormat format, List<Problem> problems) {
        var writer = new BundleWriter(Documents.ITEMS, format);
        return new String(writer.write(document, "h1", PLACE, problems::add), StandardCharsets.UTF_8);
    }

    static CheckupDocument read(String bundle) {
        var problems = new ArrayList<Problem>();
        var document = reader().read(bundle.getBytes(StandardCharsets.UTF_8), PLACE, problems::add);
        assertThat(problems).isEqualTo(List.of());
        return document.orElseThrow();
    }

    static List<String> codes(String bundle) {
        return codes(bundle.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> codes(byte[] bundle) {
        var codes = new ArrayList<String>();
        reader().read(bundle, PLACE, problem -> {
            codes.add(problem.code());
            assertThat(FhirCatalogue.in(java.util.Locale.JAPANESE).text(problem))
                    .isNotBlank();
            assertThat(FhirCatalogue.in(java.util.Locale.ENGLISH).text(problem)).isNotBlank();
        });
        return codes;
    }

    static BundleReader reader() {
        return new BundleReader(Documents.ITEMS, BundleLimits.standard());
    }

    /// The losses reported, as `item aspect` or `field`.
    static List<String> losses(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> !NOTES.contains(problem.code()))
                .map(problem -> problem.code() + " "
                        + problem.arguments()
                                .getOrDefault("aspect", problem.arguments().getOrDefault("field", "")))
                .map(String::strip)
                .toList();
    }

    /// The same document in one order of results, series numbered by that order, the mark before its number.
    static CheckupDocument plain(CheckupDocument document) {
        var results = new ArrayList<>(document.observations());
        results.sort(Comparator.comparing(Observation::section).thenComparing(Observation::code));
        var groups = new HashMap<Integer, Integer>();
        groups.put(0, 0);
        var renumbered = new ArrayList<Observation>();
        for (var result : results) {
            var group = groups.computeIfAbsent(result.group(), number -> groups.size());
            var values = new ArrayList<>(result.values());
            values.sort(Comparator.comparing(value -> !value.isRangeMark()));
            renumbered.add(Documents.in(
                    new Observation(
                            result.section(),
                            result.code(),
                            result.item(),
                            result.group(),
                            result.relation(),
                            result.negated(),
                            values,
                            result.method(),
                            result.interpretation(),
                            result.range(),
                            result.doctorName(),
                            1,
                            1),
                    result.section(),
                    group,
                    result.relation()));
        }
        return Documents.withoutPlaces(new CheckupDocument(document.header(), document.sections(), renumbered));
    }
}
