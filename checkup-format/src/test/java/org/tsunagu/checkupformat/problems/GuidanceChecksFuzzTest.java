package org.tsunagu.checkupformat.problems;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tsunagu.checkupformat.RandomClaims;
import org.tsunagu.checkupformat.RandomGuidance;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceAct;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.GuidanceResult;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// Whatever stands in a guidance document or settlement file, checking it is no accident.
class GuidanceChecksFuzzTest {

    final SplittableRandom random = new SplittableRandom(20240710);

    @Test
    void no_content_of_a_guidance_document_is_an_exception() {
        var documents = new RandomGuidance(5);
        var reporter = new Reporter(CheckupCatalogue.shipped(), problem -> {});
        var checkup = new CheckupBaseline(LocalDate.of(2024, 5, 31), new BigDecimal("88.0"), null);
        for (var i = 0; i < 2000; i++) {
            var document = garbled(documents.next());
            assertThatCode(() -> DocumentChecksTest.CHECKS.check(document, checkup, Place.of("a.xml"), reporter))
                    .as(document::toString)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void no_content_of_a_settlement_file_is_an_exception() {
        var claims = new RandomClaims(5);
        var checks = new FileChecks();
        var reporter = new Reporter(CheckupCatalogue.shipped(), problem -> {});
        for (var i = 0; i < 2000; i++) {
            var claim = claims.next();
            assertThatCode(() -> checks.check(claim, Place.of("a.xml"), reporter))
                    .as(claim::toString)
                    .doesNotThrowAnyException();
        }
    }

    private GuidanceDocument garbled(GuidanceDocument good) {
        return new GuidanceDocument(
                good.header(),
                good.sections().stream()
                        .map(section -> new GuidanceSection(
                                random.nextInt(20) == 0 ? Field.of(any()) : section.code(),
                                section.acts().stream().map(this::garbled).toList()))
                        .toList());
    }

    private GuidanceAct garbled(GuidanceAct act) {
        return new GuidanceAct(
                random.nextInt(20) == 0 ? any() : act.mood(),
                random.nextInt(5) == 0 ? Field.of(any()) : act.form(),
                act.formSystem(),
                random.nextInt(5) == 0 ? Field.of(any()) : act.date(),
                act.length(),
                random.nextInt(5) == 0 ? Field.of(any()) : act.staff(),
                act.staffSystem(),
                act.facility(),
                act.results().stream().map(this::garbled).toList(),
                act.line(),
                act.column());
    }

    private GuidanceResult garbled(GuidanceResult result) {
        var values =
                random.nextInt(4) == 0 ? List.of(new WrittenValue(any(), any(), any(), any(), any())) : result.values();
        return new GuidanceResult(
                random.nextInt(20) == 0 ? any() : result.code(),
                result.mood(),
                result.negated(),
                random.nextInt(6) == 0 ? new GuidanceAct.Length(any(), any()) : result.length(),
                values,
                result.line(),
                result.column());
    }

    private String any() {
        return DocumentChecksFuzzTest.TEXTS.get(random.nextInt(DocumentChecksFuzzTest.TEXTS.size()));
    }
}
