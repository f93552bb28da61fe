package org.tsunagu.checkupformat.cda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.checkupformat.Documents.DIAGNOSIS;
import static org.tsunagu.checkupformat.Documents.GAMMA_GT;
import static org.tsunagu.checkupformat.Documents.HEIGHT;
import static org.tsunagu.checkupformat.Documents.code;
import static org.tsunagu.checkupformat.Documents.in;
import static org.tsunagu.checkupformat.Documents.mark;
import static org.tsunagu.checkupformat.Documents.none;
import static org.tsunagu.checkupformat.Documents.notPerformed;
import static org.tsunagu.checkupformat.Documents.number;
import static org.tsunagu.checkupformat.Documents.result;
import static org.tsunagu.checkupformat.Documents.text;
import static org.tsunagu.checkupformat.Documents.withoutPlaces;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagu.checkupformat.Documents;
import org.tsunagu.checkupformat.OfficialSchemas;
import org.tsunagu.checkupformat.RandomDocuments;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

class RoundTripTest {

    static Stream<Arguments> every_entry_pattern_reads_back_as_it_was_written() {
        var first = in(result("9A110160700000011", code("CD", "1", "1.2.392.200119.6.2002")), "01010", 1, "COMP");
        var second = in(result("9A110161000000049", text("医師の判断")), "01010", 1, "RSON");
        var another = in(result("3C015000002327101", number("0.98", "mg/dL")), "01010", 2, "COMP");
        var additional = in(result("3F050000002327101", number("194", "mg/dL")), "01990", 0, "");
        return Stream.of(
                pattern("number", result(HEIGHT, number("172.40", "cm"))),
                pattern("code", result("9N701000000000011", code("CD", "1", "1.2.392.200119.6.2003"))),
                pattern("ordinal", result("1A010000000190111", code("CO", "2", "1.2.392.200119.6.2102"))),
                pattern("text", result(DIAGNOSIS, text("a<b & \"c\" 　全角 𠮷"))),
                pattern("not performed", notPerformed(HEIGHT)),
                pattern("not measurable", result(HEIGHT, none("PQ"))),
                pattern("mark and number", result(GAMMA_GT, mark("H"), number("1000", "U/L"))),
                pattern("number and mark", result(GAMMA_GT, number("1000", "U/L"), mark("H"))),
                pattern("mark alone", result(GAMMA_GT, mark("L"))),
                pattern("unknown code", result("9Z999999999999999", number("1.5", "{foo}"))),
                pattern("unit that is not the master's", result(HEIGHT, number("1.72", "m"))),
                pattern("two series", first, second, another),
                pattern("two sections", result(HEIGHT, number("170", "cm")), additional),
                pattern("same item twice", result(HEIGHT, number("1", "cm")), result(HEIGHT, number("2", "cm"))));
    }

    static Arguments pattern(String name, Observation... results) {
        return Arguments.of(name, Documents.of(results));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void every_entry_pattern_reads_back_as_it_was_written(String name, CheckupDocument document) {
        assertThat(withoutPlaces(readBack(document))).isEqualTo(withoutPlaces(document));
    }

    @Test
    void any_document_reads_back_as_it_was_written() {
        var documents = new RandomDocuments(20240401);
        for (var i = 0; i < 500; i++) {
            var document = documents.next();
            assertThat(withoutPlaces(readBack(document))).as("document %d", i).isEqualTo(withoutPlaces(document));
        }
    }

    @Test
    void what_was_read_is_written_with_the_same_bytes_again() {
        var documents = new RandomDocuments(3);
        for (var i = 0; i < 100; i++) {
            var document = documents.next();
            var once = CheckupWriterTest.written(document);

            assertThat(CheckupWriterTest.written(readBack(document))).isEqualTo(once);
        }
    }

    @Test
    void documents_of_the_sample_archive_lose_nothing() throws IOException {
        var schemas = OfficialSchemas.folder();
        var samples = schemas.resolve("../../../../samples/checkup");
        Assumptions.assumeTrue(Files.isDirectory(samples), "sample archive is not there");
        var count = 0;
        for (var xml : documents(samples.resolve("9911000017_99999997_202406030_1.zip"))) {
            var document = read(xml);
            assertThat(OfficialSchemas.errors("hc08", CheckupWriterTest.written(document)))
                    .isEmpty();
            assertThat(withoutPlaces(readBack(document))).isEqualTo(withoutPlaces(document));
            count++;
        }
        assertThat(count).isEqualTo(4);
    }

    static List<byte[]> documents(Path archive) throws IOException {
        var documents = new ArrayList<byte[]>();
        try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().contains("/DATA/")) {
                    documents.add(zip.readAllBytes());
                }
            }
        }
        return documents;
    }

    static CheckupDocument readBack(CheckupDocument document) {
        return read(CheckupWriterTest.written(document));
    }

    static CheckupDocument read(byte[] xml) {
        var problems = new ArrayList<Problem>();
        var reporter = new Reporter(CheckupCatalogue.shipped(), problems::add);
        var read = new DocumentReader(Documents.ITEMS, XmlLimits.standard()).read(xml, Place.of("a.xml"), reporter);
        assertThat(problems).isEqualTo(List.of());
        return (CheckupDocument) read.orElseThrow();
    }
}
