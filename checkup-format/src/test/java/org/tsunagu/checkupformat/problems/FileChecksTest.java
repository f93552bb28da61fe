package org.tsunagu.checkupformat.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.checkupformat.Findings;
import org.tsunagu.codes.problem.Place;

class FileChecksTest {

    static List<Cases.Case> table() {
        return Cases.read("file.cases.tsv");
    }

    static Findings check(String kind, String edits) {
        var archive = GoodArchive.of("claims").edit(edits);
        var findings = new Findings();
        var place = Place.of("a.zip", kind);
        switch (kind) {
            case "index" -> new FileChecks().check(archive.indexFile(), place, findings.reporter());
            case "summary" -> new FileChecks().check(archive.summaryFile(), place, findings.reporter());
            default -> new FileChecks().check(archive.claim(), place, findings.reporter());
        }
        return findings;
    }

    @ParameterizedTest
    @ValueSource(strings = {"index", "summary", "claim"})
    void a_good_file_has_no_finding(String kind) {
        assertThat(check(kind, "").problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("table")
    void cases(Cases.Case row) {
        assertThat(check(row.base(), row.change()).codes()).containsExactlyInAnyOrderElementsOf(row.expected());
    }
}
