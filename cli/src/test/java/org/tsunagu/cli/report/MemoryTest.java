package org.tsunagu.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.cli.check.CheckedDocument;
import org.tsunagu.cli.check.CheckedDocument.Status;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Severity;

class MemoryTest {

    private static final int MANY = 100_000;

    @Test
    void a_hundred_thousand_documents_need_a_few_megabytes_and_a_short_page() throws IOException {
        var judged = Documents.document(1, Documents.with("sbp", "182", "waist", "95", "tg", "300"));
        var report = new Report(new Run(Documents.TODAY, false));
        var before = used();
        for (var i = 0; i < MANY; i++) {
            report.add(distinct(judged, i));
        }
        var grown = used() - before;
        var html = ReportTest.html(report, Locale.JAPANESE);

        assertThat(grown).as("bytes of heap").isLessThan(32L << 20);
        assertThat(html.length()).isLessThan(2_000_000);
        assertThat(html).contains("<dt>書類（件）</dt><dd>100,000</dd>", "<dt>受診者（人）</dt><dd>100,000</dd>");
    }

    /// Everything that could be remembered differs: person, facility, place, archive.
    private static CheckedDocument distinct(CheckedDocument judged, int number) {
        var exam = LocalDate.of(2025, 6, 10);
        var header = Documents.header("" + number, "" + number, "ア" + number, Sex.MALE, exam.minusYears(50), exam, 1);
        var facility = new Organization(Field.of("F" + number), Field.of("機関" + number), Field.ABSENT, Address.ABSENT);
        var of = new Header(
                header.typeIdRoot(),
                header.typeIdExtension(),
                header.category(),
                header.categorySystem(),
                header.created(),
                header.patient(),
                header.authorTime(),
                facility,
                List.of(),
                header.programme(),
                header.programmeSystem(),
                header.examDate(),
                facility);
        var archive = "archive-%06d.zip".formatted(number);
        var problem = new Problem("CHK-ITM-005", Severity.REFUSES_DOCUMENT, Place.of(archive, "e"), Map.of());
        return new CheckedDocument(
                archive, "e", "hc08", Status.REJECTED, Optional.of(of), judged.judgement(), List.of(problem));
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
