package org.tsunagu.fhir.checkup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.fhir.checkup.Documents.DIAGNOSIS;
import static org.tsunagu.fhir.checkup.Documents.GAMMA_GT;
import static org.tsunagu.fhir.checkup.Documents.HEIGHT;
import static org.tsunagu.fhir.checkup.Documents.code;
import static org.tsunagu.fhir.checkup.Documents.in;
import static org.tsunagu.fhir.checkup.Documents.mark;
import static org.tsunagu.fhir.checkup.Documents.none;
import static org.tsunagu.fhir.checkup.Documents.notPerformed;
import static org.tsunagu.fhir.checkup.Documents.number;
import static org.tsunagu.fhir.checkup.Documents.result;
import static org.tsunagu.fhir.checkup.Documents.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.checkupformat.archive.ArchiveLimits;
import org.tsunagu.checkupformat.archive.ArchiveReader;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.ReferenceRange;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.synthetic.Options;
import org.tsunagu.synthetic.SyntheticInsurer;

class BundleRoundTripTest {

    @TempDir
    static Path folder;

    static Stream<Arguments> every_entry_pattern_comes_back() {
        var found = in(result("9A110160700000011", code("CD", "1", "1.2.392.200119.6.2002")), "01010", 1, "COMP");
        var finding = in(result("9A110160800000049", text("左室高電位")), "01010", 1, "COMP");
        var reason = in(result("9A110161000000049", text("医師の判断")), "01010", 1, "RSON");
        var creatinine = in(result("3C015000002327101", number("0.98", "mg/dL")), "01010", 2, "COMP");
        var additional = in(result("3F050000002327101", number("194", "mg/dL")), "01990", 0, "");
        return Stream.of(
                pattern("number", result(HEIGHT, number("172.40", "cm"))),
                pattern("code", result("9N701000000000011", code("CD", "1", "1.2.392.200119.6.2003"))),
                pattern("ordinal", result("1A010000000190111", code("CO", "2", "1.2.392.200119.6.2102"))),
                pattern("text", result(DIAGNOSIS, text("a<b & \"c\" 　全角 𠮷"))),
                pattern("not performed", notPerformed(HEIGHT)),
                pattern("not measurable", result(HEIGHT, none("PQ"))),
                pattern("mark and number", result(GAMMA_GT, mark("H"), number("1000", "U/L"))),
                pattern("below the range", result(GAMMA_GT, number("1", "U/L"), mark("L"))),
                pattern("mark alone", result(GAMMA_GT, mark("L"))),
                pattern("unit that is not UCUM", result("9N121000000000001", number("64", "{h`b}/min"))),
                pattern("code that is not in the master", result("9Z999999999999999", number("1.5", "{foo}"))),
                pattern("unit that is not the master's", result(HEIGHT, number("1.72", "m"))),
                pattern("two series", found, finding, reason, creatinine),
                pattern("two sections", result(HEIGHT, number("170", "cm")), additional),
                pattern("same item twice", result(HEIGHT, number("1", "cm")), result(HEIGHT, number("2", "cm"))),
                pattern("doctor, method and range", full()),
                pattern(
                        "all three blood pressures",
                        result("9A751000000000001", none("PQ")),
                        result("9A752000000000001", number("131", "mm[Hg]")),
                        notPerformed("9A755000000000001")));
    }

    static Observation full() {
        var o = result(GAMMA_GT, number("88", "U/L"));
        var range = new ReferenceRange("", "", "50", "U/L");
        return new Observation(
                "01010", o.code(), o.item(), 0, "", false, o.values(), "3B09010000", "H", range, "見本　太郎", 1, 1);
    }

    static Arguments pattern(String name, Observation... results) {
        return Arguments.of(name, Documents.of(results));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void every_entry_pattern_comes_back(String name, CheckupDocument document) {
        for (var format : BundleFormat.values()) {
            var problems = new ArrayList<Problem>();
            var bundle = Bundles.text(document, format, problems);

            assertThat(Bundles.losses(problems)).as(bundle).isEqualTo(List.of());
            assertThat(Bundles.plain(Bundles.read(bundle))).as(bundle).isEqualTo(Bundles.plain(document));
        }
    }

    @Test
    void whatever_a_document_holds_comes_back_or_is_reported() {
        var documents = new RandomDocuments(20240401);
        for (var i = 0; i < 300; i++) {
            var document = documents.next();
            var problems = new ArrayList<Problem>();
            var bundle = Bundles.text(document, BundleFormat.values()[i % 2], problems);
            if (Bundles.losses(problems).isEmpty()) {
                assertThat(Bundles.plain(Bundles.read(bundle)))
                        .as("document %d", i)
                        .isEqualTo(Bundles.plain(document));
            }
        }
    }

    @Test
    void invented_documents_of_the_third_and_fourth_period_lose_nothing() throws IOException {
        var options = Options.standard(folder).sized(120, 2022, 2024);
        new SyntheticInsurer().generate(options, (step, done, total) -> {});
        var read = new ArrayList<String>();
        forEachDocument(document -> {
            var problems = new ArrayList<Problem>();
            var bundle = Bundles.json(document, problems);
            assertThat(Bundles.losses(problems)).isEqualTo(List.of());
            assertThat(Bundles.plain(Bundles.read(bundle))).isEqualTo(Bundles.plain(document));
            read.add(document.header().examDate().text().substring(0, 4));
        });
        assertThat(read).contains("2022", "2023", "2024").hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20150228", "20230930", "20240401"})
    void every_item_of_a_period_comes_back(String exam) {
        var day = Dates.compact(exam).orElseThrow();
        var header = Documents.header(
                Documents.patient(),
                Documents.header().performer(),
                Documents.header().tickets(),
                exam);
        var groups = new ArrayList<String>();
        var results = Documents.ITEMS.all().stream()
                .filter(item -> item.existsOn(day) && !item.isDoctorName())
                .map(item -> {
                    var of = item.group().group();
                    if (!of.isEmpty() && !groups.contains(of)) {
                        groups.add(of);
                    }
                    var group = groups.indexOf(of) + 1;
                    return in(
                            result(item.code(), value(item, day)),
                            "01010",
                            group,
                            item.group().relation());
                })
                .toArray(Observation[]::new);
        var document = Documents.of(header, results);
        var problems = new ArrayList<Problem>();
        var bundle = Bundles.json(document, problems);

        assertThat(results).hasSizeGreaterThan(300);
        assertThat(Bundles.losses(problems)).isEqualTo(List.of());
        assertThat(Bundles.plain(Bundles.read(bundle))).isEqualTo(Bundles.plain(document));
    }

    static WrittenValue value(Item item, LocalDate day) {
        return switch (item.type()) {
            case PQ -> number("12.0", item.unit());
            case ST -> text("所見");
            case CD, CO -> code(item.type().name(), "1", Documents.ITEMS.codeSystem(item, day));
        };
    }

    static void forEachDocument(Consumer<CheckupDocument> action) throws IOException {
        var reader = new DocumentReader(Documents.ITEMS, XmlLimits.standard());
        var reporter = new Reporter(CheckupCatalogue.shipped(), problem -> {
            throw new AssertionError(problem.toString());
        });
        for (var zip : zips()) {
            try (var archive = ArchiveReader.open(zip, "z", ArchiveLimits.standard(), reporter)
                    .orElseThrow()) {
                archive.forEach(entry -> {
                    if (entry.name().contains("/DATA/")) {
                        var bytes = archive.read(entry, reporter).orElseThrow();
                        var file = reader.read(bytes, Place.of("z"), reporter).orElseThrow();
                        if (file instanceof CheckupDocument document) {
                            action.accept(document);
                        }
                    }
                });
            }
        }
    }

    static List<Path> zips() throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
    }
}
