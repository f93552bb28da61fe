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

    static List<Cases.Case> claims() {
        return Cases.read("claim.cases.tsv");
    }

    static Findings check(GoodClaim claim) {
        var findings = new Findings();
        new FileChecks().check(claim.build(), Place.of("a.zip", "c.xml"), findings.reporter());
        return findings;
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkup", "dock", "start", "midway", "end"})
    void a_good_settlement_file_has_no_finding(String kind) {
        assertThat(check(GoodClaim.of(kind)).problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("claims")
    void settlement_files(Cases.Case row) {
        var findings = check(GoodClaim.of(row.base()).edit(row.change()));
        assertThat(findings.codes())
                .as(findings.problems().toString())
                .containsExactlyInAnyOrderElementsOf(row.expected());
    }
}
