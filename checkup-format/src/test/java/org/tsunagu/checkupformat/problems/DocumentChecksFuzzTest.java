package org.tsunagu.checkupformat.problems;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.ReferenceRange;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// Whatever stands in a document, checking it is no accident.
class DocumentChecksFuzzTest {

    static final List<String> TEXTS = List.of(
            "",
            "1",
            "2",
            "9",
            "H",
            "L",
            "NI",
            "PQ",
            "CD",
            "CO",
            "ST",
            "0",
            "-1",
            "-",
            ".",
            "1e9",
            "99999999999999999999",
            "000000.00000",
            "𠮷𠮷",
            "\u0000",
            "　",
            "20240231",
            "20240515",
            "10",
            "010",
            "01010",
            "01990",
            "COMP",
            "1.2.392.200119.6.2003",
            WrittenValue.RANGE_MARK_SYSTEM,
            "0.0000000000000001",
            "999999999999999.99",
            "1/0");
    static final List<String> FIELDS = List.of(
            "typeRoot",
            "category",
            "created",
            "authorTime",
            "insurer",
            "symbol",
            "number",
            "branch",
            "name",
            "sex",
            "sexSystem",
            "birth",
            "address",
            "postal",
            "programme",
            "exam",
            "performer",
            "section",
            "ticket.function",
            "ticket.until",
            "ticket.number",
            "ticket.root",
            "ticket.insurer");

    final SplittableRandom random = new SplittableRandom(20240515);

    @Test
    void no_content_of_a_document_is_an_exception() {
        var checks = new DocumentChecks(Items.shipped(), ReceptionContext.on(LocalDate.of(2026, 1, 15)));
        var reporter = new Reporter(CheckupCatalogue.shipped(), problem -> {});
        for (var i = 0; i < 3000; i++) {
            var kind = List.of("fourth", "third", "second", "wide_area", "employer")
                    .get(random.nextInt(5));
            var good = GoodDocument.of(kind);
            for (var n = random.nextInt(3); n > 0; n--) {
                good.set(FIELDS.get(random.nextInt(FIELDS.size())), any());
            }
            var document = garbled(good);
            assertThatCode(() -> checks.check(document, Place.of(any()), reporter))
                    .as(() -> document.toString())
                    .doesNotThrowAnyException();
        }
    }

    private CheckupDocument garbled(GoodDocument good) {
        var document = good.build();
        var observations = new ArrayList<>(document.observations());
        for (var n = random.nextInt(12); n > 0; n--) {
            var at = random.nextInt(observations.size());
            observations.set(at, garbled(observations.get(at)));
            observations.add(observations.get(random.nextInt(observations.size())));
        }
        return new CheckupDocument(document.header(), document.sections(), observations);
    }

    private Observation garbled(Observation o) {
        var items = Items.shipped().all();
        var item = random.nextInt(4) == 0 ? null : items.get(random.nextInt(items.size()));
        var code = item == null ? any() : item.code();
        var values = new ArrayList<WrittenValue>();
        for (var n = random.nextInt(4); n > 0; n--) {
            values.add(new WrittenValue(any(), any(), any(), any(), random.nextBoolean() ? "" : any()));
        }
        var range = random.nextBoolean() ? null : new ReferenceRange(any(), any(), any(), any());
        return new Observation(
                any(),
                code,
                item,
                random.nextInt(3),
                any(),
                random.nextInt(4) == 0,
                values,
                any(),
                any(),
                range,
                any(),
                o.line(),
                o.column());
    }

    private String any() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
