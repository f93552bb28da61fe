package org.tsunagu.checkupformat.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.checkupformat.Findings;
import org.tsunagu.codes.problem.Place;

class ArchiveChecksTest {

    static List<Cases.Case> table() {
        return Cases.read("archive.cases.tsv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"results", "claims"})
    void a_good_archive_has_no_finding(String kind) {
        assertThat(GoodArchive.of(kind).check().problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("table")
    void cases(Cases.Case row) {
        var findings = GoodArchive.of(row.base()).edit(row.change()).check();

        assertThat(findings.codes())
                .as(findings.problems().toString())
                .containsExactlyInAnyOrderElementsOf(row.expected());
    }

    @Test
    void findings_about_the_index_stand_at_its_line() {
        var problem = GoodArchive.of("results")
                .edit("field count 5")
                .check()
                .problems()
                .getFirst();

        assertThat(problem.place().entry()).endsWith("/ix08_V08.xml");
        assertThat(problem.place().line()).isEqualTo(3);
        assertThat(problem.arguments()).containsEntry("actual", "5").containsEntry("expected", "2");
    }

    @Test
    void a_missing_schema_file_is_named() {
        var problem = GoodArchive.of("results")
                .edit("remove R/XSD/hg08 ; remove R/XSD/gc08")
                .check()
                .problems()
                .getFirst();

        assertThat(problem.arguments()).containsEntry("file", "XSD/gc08_V08.xsd, XSD/hg08_V08.xsd");
    }

    @Test
    void odd_names_before_the_index_are_found_at_the_end() {
        var findings = GoodArchive.of("results")
                .edit("index_last ; rename h99110000172024060301000002 kekka2")
                .check();

        assertThat(findings.codes()).containsExactly("CHK-ARC-008");
        assertThat(findings.problems().getFirst().place().entry()).endsWith("/DATA/kekka2.xml");
    }

    @Test
    void one_double_among_fifty_thousand_names_is_found() {
        var root = "9911000017_99999997_202406030_1";
        var findings = new Findings();
        var context = ReceptionContext.on(LocalDate.of(2026, 1, 15));
        try (var checks = new ArchiveChecks("a.zip", root + ".zip", 50_000, context, findings.reporter())) {
            LongStream.range(0, 50_001)
                    .map(i -> i == 50_000 ? 33_333 : i)
                    .mapToObj(i -> "%s/DATA/h991100001720240603%s1%06d.xml".formatted(root, i / 1_000_000, i))
                    .forEach(name -> checks.entry(name, Place.of("a.zip", name)));
        }

        assertThat(findings.codes()).containsExactly("ARCHIVE-DUPLICATE");
    }

    @Test
    void finishing_without_names_is_a_slip_of_the_program() {
        var context = ReceptionContext.on(LocalDate.of(2026, 1, 15));
        try (var checks = new ArchiveChecks("a.zip", "a.zip", 1, context, new Findings().reporter())) {
            assertThatThrownBy(checks::finish).isInstanceOf(IllegalStateException.class);
        }
    }
}
