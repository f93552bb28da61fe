package org.tsunagu.checkupformat.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.checkupformat.Findings;
import org.tsunagu.codes.problem.Place;

class GuidanceChecksTest {

    static final Place PLACE = Place.of("a.zip", "r/DATA/g99110000172024060301000001.xml");

    static Findings check(GoodGuidance guidance) {
        var findings = new Findings();
        var checks = DocumentChecksTest.CHECKS;
        guidance.baseline()
                .ifPresentOrElse(
                        checkup -> checks.check(guidance.build(), checkup, PLACE, findings.reporter()),
                        () -> checks.check(guidance.build(), PLACE, findings.reporter()));
        return findings;
    }

    static List<Cases.Case> table() {
        return Cases.read("guidance.cases.tsv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start_active",
                "start_motivational",
                "start_equivalent",
                "split",
                "final_active",
                "final_motivational",
                "midway",
                "other",
                "unfinished",
                "report",
                "third"
            })
    void a_good_document_of_any_kind_has_no_finding(String kind) {
        assertThat(check(GoodGuidance.of(kind)).problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("table")
    void cases(Cases.Case row) {
        var findings = check(GoodGuidance.of(row.base()).edit(row.change()));
        assertThat(findings.codes())
                .as(findings.problems().toString())
                .containsExactlyInAnyOrderElementsOf(row.expected());
    }

    @Test
    void a_finding_names_item_line_and_column() {
        var problem = check(GoodGuidance.of("final_motivational").edit("unit 90060 weight g"))
                .problems()
                .getFirst();

        assertThat(problem.place().item()).isEqualTo("1042001032");
        assertThat(problem.place().line()).isGreaterThan(200);
        assertThat(problem.place().column()).isEqualTo(5);
        assertThat(problem.arguments()).containsEntry("actual", "g").containsEntry("expected", "kg");
    }
}
