package org.tsunagu.checkupformat.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.checkupformat.Findings;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;

class DocumentChecksTest {

    static final LocalDate RECEIVED = LocalDate.of(2026, 1, 15);
    static final DocumentChecks CHECKS = new DocumentChecks(Items.shipped(), ReceptionContext.on(RECEIVED));
    static final Place PLACE = Place.of("a.zip", "r/DATA/h99110000172024060301000001.xml");

    static Findings check(GoodDocument document, String base) {
        var findings = new Findings();
        if (base.equals("guidance")) {
            var place = Place.of("a.zip", "r/DATA/g99110000172024060301000001.xml");
            CHECKS.check(document.buildGuidance(), place, findings.reporter());
        } else {
            CHECKS.check(document.build(), PLACE, findings.reporter());
        }
        return findings;
    }

    static List<Cases.Case> table() {
        return Cases.read("document.cases.tsv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fourth", "third", "second", "wide_area", "employer", "guidance"})
    void a_good_document_of_any_period_has_no_finding(String kind) {
        assertThat(check(GoodDocument.of(kind), kind).problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("table")
    void cases(Cases.Case row) {
        var findings = check(Edits.apply(GoodDocument.of(row.base()), row.change()), row.base());
        assertThat(findings.codes())
                .as(findings.problems().toString())
                .containsExactlyInAnyOrderElementsOf(row.expected());
    }

    @Test
    void a_finding_names_item_line_and_column() {
        var problem = check(GoodDocument.fourthPeriod().put("9N001000000000001", "300.0"), "fourth")
                .problems()
                .getFirst();

        assertThat(problem.place().item()).isEqualTo("9N001000000000001");
        assertThat(problem.place().line()).isEqualTo(100);
        assertThat(problem.place().column()).isEqualTo(9);
        assertThat(problem.arguments()).containsEntry("actual", "300.0").containsEntry("expected", "100-250");
    }

    @Test
    void findings_never_show_who_the_person_is() {
        var document = GoodDocument.fourthPeriod()
                .set("name", "架空太郎")
                .set("symbol", "記 号")
                .set("number", "12３45678")
                .set("address", "架空市1-2-3")
                .set("branch", "1");
        var findings = check(document, "fourth");

        assertThat(findings.codes())
                .containsExactlyInAnyOrder("CHK-HDR-006", "CHK-HDR-006", "CHK-HDR-007", "CHK-HDR-008", "CHK-HDR-009");
        assertThat(findings.problems().stream().flatMap(p -> p.arguments().values().stream()))
                .containsExactlyInAnyOrder("漢␣漢", "99９99999", "9", "漢漢漢漢", "漢漢漢9-9-9");
    }

    @Test
    void check_digits_of_test_data_can_be_passed_over() {
        var checks = new DocumentChecks(
                Items.shipped(), ReceptionContext.on(RECEIVED).withTestData());
        var findings = new Findings();
        var document = GoodDocument.fourthPeriod()
                .set("insurer", "99999999")
                .set("ticket.insurer", "99999999")
                .set("ticket.root", "1.2.392.200119.6.209.199999999")
                .set("performer", "9911000018");
        checks.check(document.build(), PLACE, findings.reporter());

        assertThat(findings.problems()).isEmpty();
        assertThat(check(document, "fourth").codes()).containsExactly("CHK-HDR-017", "CHK-HDR-004");
    }

    @Test
    void guidance_named_as_a_checkup_is_noticed() {
        var findings = new Findings();
        CHECKS.check(GoodDocument.guidance().buildGuidance(), PLACE, findings.reporter());

        assertThat(findings.codes()).containsExactly("CHK-XML-025");
    }
}
