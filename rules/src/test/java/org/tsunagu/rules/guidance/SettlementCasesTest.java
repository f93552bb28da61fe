package org.tsunagu.rules.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.rules.ReasonTexts;
import org.tsunagu.rules.stratification.Level;

class SettlementCasesTest {

    private static final Settlement SETTLEMENT = new Settlement(List.of(), Script.RULES);
    private static final String PLAN = "FIRST_INTERVIEW@2024-05-08{form=1,minutes=20,planned_points=180}";

    private static Course course(LocalDate checkup, String level, String events) {
        return Script.play(Course.target(checkup, Level.of(level)), events);
    }

    @ParameterizedTest(name = "{0}: {5} of {4} ({6})")
    @CsvFileSource(resources = "settlement.cases.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '|')
    void cases(String id, LocalDate checkup, String level, String events, long price, String lines, String note) {
        var payable = SETTLEMENT.payable(course(checkup, level, events));

        assertThat(payable.certain()).isTrue();
        assertThat(payable.value().stream().map(line -> line.stage() + "=" + line.yen(price)))
                .isEqualTo(Script.words(lines, " ").toList());
        for (var reason : payable.reasons()) {
            assertThat(ReasonTexts.in(Locale.JAPAN).text(reason)).startsWith("支払割合 0");
            assertThat(ReasonTexts.in(Locale.UK).text(reason)).doesNotContain("{");
        }
    }

    @Test
    void every_row_of_the_table_is_a_case() {
        var cases = Script.firstCells("settlement.cases.tsv");

        assertThat(new GuidanceTables(List.of())
                        .get("settlement").rows().stream()
                                .map(row -> row.key())
                                .filter(key -> !key.equals("FIRST-CLAIM-POINTS")))
                .allMatch(cases::contains);
    }

    @Test
    void the_first_claim_leaves_the_executed_points_blank() {
        var course = course(LocalDate.of(2024, 5, 1), "1", PLAN + " SUPPORT@2024-06-01[IND:30]");

        assertThat(SETTLEMENT.executedPoints(course, 1)).isEmpty();
        assertThat(SETTLEMENT.executedPoints(course, 2)).contains(new PointTotals(10, 0, 70));
    }

    @Test
    void an_interrupted_course_without_planned_points_is_not_settled_yet() {
        var course = course(
                LocalDate.of(2024, 5, 1),
                "1",
                "FIRST_INTERVIEW@2024-05-08{form=1,minutes=20} LOSE_MEMBERSHIP@2024-07-01");
        var payable = SETTLEMENT.payable(course);

        assertThat(payable.certain()).isFalse();
        assertThat(payable.missingThatMatter()).containsExactly("planned_points");
        assertThat(payable.value().getLast().share()).isEqualTo(Share.NONE);
    }

    @Test
    void a_contract_may_have_other_shares() {
        var contract =
                new Settlement(List.of(new Correction("guidance/settlement", "A-FIRST", "share", "0.5")), Script.RULES);
        var course = course(LocalDate.of(2024, 5, 1), "1", PLAN);

        assertThat(contract.payable(course).value().getFirst().yen(25_000)).isEqualTo(12_500);
    }

    @Test
    void parts_of_a_yen_are_rounded_as_the_table_says() {
        var contract = new Settlement(
                List.of(new Correction("guidance/settlement", "A-FIRST", "rounding", "DOWN")), Script.RULES);
        var course = course(LocalDate.of(2024, 5, 1), "1", PLAN);

        assertThat(SETTLEMENT.payable(course).value().getFirst().yen(24_999)).isEqualTo(10_000);
        assertThat(contract.payable(course).value().getFirst().yen(24_999)).isEqualTo(9_999);
    }

    @Test
    void the_share_of_a_stage_is_known_without_a_course() {
        var day = LocalDate.of(2024, 5, 1);

        assertThat(SETTLEMENT.agreed(day, "1", "FIRST_INTERVIEW").orElseThrow().percent())
                .isEqualByComparingTo("40");
        assertThat(SETTLEMENT.agreed(day, "3", "EVALUATION").orElseThrow().percent())
                .isEqualByComparingTo("20");
        assertThat(SETTLEMENT.agreed(day, "1", "INTERRUPTED").orElseThrow().isByPoints())
                .isTrue();
        assertThat(SETTLEMENT.agreed(day, "7", "EVALUATION")).isEmpty();
        assertThat(SETTLEMENT.agreed(LocalDate.of(2010, 5, 1), "1", "EVALUATION"))
                .isEmpty();
    }

    @Test
    void the_shares_of_a_finished_course_are_the_whole_price() {
        for (var level : List.of("1", "2")) {
            var support = level.equals("1") ? " SUPPORT@2024-06-01[IND:30]" : "";
            var course = course(LocalDate.of(2024, 5, 1), level, PLAN + support + " EVALUATE@2024-08-08[WW2]");
            assertThat(SETTLEMENT.payable(course).value().stream()
                            .map(line -> line.share().numerator())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(BigDecimal.ONE);
        }
    }
}
