package org.tsunagu.rules.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.rules.Cases;

class PointCasesTest {

    private static final GuidanceTables TABLES = new GuidanceTables(List.of());
    private static final Points POINTS = new Points(TABLES);
    private static final LocalDate FOURTH = LocalDate.of(2024, 6, 1);
    private static final HashSet<String> USED = new HashSet<>();

    @ParameterizedTest(name = "{0}: {3} = {4} points ({10})")
    @CsvFileSource(resources = "points.cases.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '|')
    void cases(
            String id,
            int period,
            CourseKind kind,
            String given,
            int points,
            int needed,
            boolean reached,
            int still,
            String ignored,
            String certainty,
            String note) {
        var tally = POINTS.count(Script.period(period), kind, Script.supports(given));

        assertThat(tally.points()).isEqualTo(points);
        assertThat(tally.totals().total()).isEqualTo(points);
        assertThat(tally.needed()).isEqualTo(needed);
        assertThat(tally.reached().value()).isEqualTo(reached);
        assertThat(tally.stillNeeded()).isEqualTo(still);
        assertThat(tally.ignored().stream().map(credit -> credit.support().written()))
                .isEqualTo(Script.words(ignored, " ").toList());
        assertThat(tally.certainty()).isEqualTo(Certainty.of(certainty));
        tally.credits().forEach(credit -> USED.add(credit.reason().basis().row()));
    }

    @AfterAll
    static void every_row_of_the_point_table_is_a_case() {
        assertThat(USED)
                .containsAll(TABLES.get("points").rows().stream()
                        .map(row -> row.key())
                        .toList());
    }

    @ParameterizedTest(name = "{0}: {2} = {3} points ({5})")
    @CsvFileSource(resources = "point-rules.cases.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '|')
    void rules(String id, int period, String given, int points, String reason, String note) {
        var tally = POINTS.count(Script.period(period), CourseKind.ACTIVE, Script.supports(given));

        assertThat(tally.points()).isEqualTo(points);
        assertThat(Cases.rows(tally.credits().stream().map(Credit::reason).toList()))
                .contains(reason);
    }

    @ParameterizedTest(name = "{0}: {2} to {3} is {4} ({6})")
    @CsvFileSource(resources = "body-steps.cases.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '|')
    void body(String id, LocalDate checkup, String before, String after, String item, String row, String note) {
        var change = new BodyChange(
                Script.number(before, 0), Script.number(before, 1), Script.number(after, 0), Script.number(after, 1));
        var reached = new BodySteps(TABLES).reached(checkup, change);

        assertThat(reached.map(reason -> reason.about()).orElse("")).isEqualTo(Cases.orEmpty(item));
        assertThat(reached.map(reason -> reason.basis().row()).orElse("")).isEqualTo(Cases.orEmpty(row));
        assertThat(new BodySteps(TABLES).outcomes(checkup, change)).hasSize(reached.isPresent() ? 1 : 0);
    }

    @Test
    void an_interview_on_the_checkup_day_earns_twenty_and_one_within_seven_days_ten() {
        assertThat(early(0)).isEqualTo("EARLY_SAME_DAY");
        assertThat(early(1)).isEqualTo("EARLY_WEEK1");
        assertThat(early(7)).isEqualTo("EARLY_WEEK1");
        assertThat(early(8)).isEmpty();
        assertThat(early(-1)).isEmpty();
        assertThat(POINTS.early(LocalDate.of(2023, 6, 1), LocalDate.of(2023, 6, 1)))
                .as("third period")
                .isEmpty();
    }

    private static String early(int days) {
        return POINTS.early(FOURTH, FOURTH.plusDays(days)).map(Support::item).orElse("");
    }

    @Test
    void the_totals_of_a_document_come_from_the_same_count() {
        var planned = POINTS.count(
                        FOURTH,
                        CourseKind.ACTIVE,
                        Script.supports(
                                "EARLY_SAME_DAY WW1 HABIT_DIET HABIT_EXERCISE HABIT_SMOKE HABIT_REST HABIT_OTHER MAIL"))
                .totals();

        assertThat(planned).isEqualTo(new PointTotals(20, 130, 30));
        assertThat(planned.total()).as("the published sample").isEqualTo(180);
    }

    @Test
    void a_session_is_capped_and_the_reason_says_so() {
        var credit = POINTS.count(Script.period(3), CourseKind.ACTIVE, Script.supports("IND_A:60"))
                .credits()
                .getFirst();

        assertThat(credit.points()).isEqualTo(120);
        assertThat(credit.reason().facts()).containsEntry("full", "240").containsEntry("cap", "120");
        assertThat(credit.reason().basis().row()).isEqualTo("P3-IND-A");
    }

    @Test
    void one_session_a_day_can_be_switched_off_by_a_correction() {
        var off =
                new Points(new GuidanceTables(List.of(new Correction("guidance/point-rules", "PR-11", "value", "0"))));

        assertThat(off.count(FOURTH, CourseKind.ACTIVE, Script.supports("TEL:10@2024-07-01 IND:30@2024-07-01"))
                        .points())
                .isEqualTo(100);
    }

    @Test
    void corrected_points_count_without_a_release() {
        var corrected =
                new Points(new GuidanceTables(List.of(new Correction("guidance/points", "P4-GROUP", "points", "60"))));

        assertThat(corrected
                        .count(FOURTH, CourseKind.ACTIVE, List.of(Support.of("GROUP", 40)))
                        .points())
                .isEqualTo(60);
    }

    @Test
    void a_kind_that_the_period_does_not_know_is_refused_and_can_be_asked_for() {
        assertThat(POINTS.completion().covers(FOURTH, CourseKind.ACTIVE_MODEL)).isFalse();
        assertThat(POINTS.completion().covers(LocalDate.of(2017, 6, 1), CourseKind.EQUIVALENT))
                .isFalse();
        assertThatThrownBy(() -> POINTS.count(FOURTH, CourseKind.ACTIVE_MODEL, List.of()))
                .hasMessageContaining("covers");
    }

    @Test
    void every_rule_about_points_is_a_case_or_a_test_of_its_own() {
        var elsewhere = List.of("PR-02", "PR-03", "PR-09", "PR-14", "PR-18");
        var cases = Script.firstCells("point-rules.cases.tsv");

        assertThat(TABLES.get("point-rules").rows().stream()
                        .map(row -> row.key())
                        .filter(key -> !elsewhere.contains(key)))
                .allMatch(cases::contains);
        assertThat(Script.firstCells("body-steps.cases.tsv").stream()
                        .map(id -> id.substring(0, 5))
                        .collect(Collectors.toSet()))
                .contains("PR-02", "PR-03");
    }
}
