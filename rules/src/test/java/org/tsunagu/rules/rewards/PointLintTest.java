package org.tsunagu.rules.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagu.codes.table.Correction;

/// What the guideline says about rules for points: one fault, one finding.
class PointLintTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final PointRule GOOD = new PointRule(
            "walk",
            1,
            "PROGRAMME",
            100,
            OptionalInt.of(4),
            APRIL,
            Optional.empty(),
            true,
            Reward.GOODS,
            1,
            "座ってできる体操でもよい",
            false,
            "教室に参加するとポイントがつきます。");
    private static final PointLint LINT = new PointLint(List.of());

    /// The good rule with one thing changed.
    private record Changed(PointRule rule) {

        static PointRule event(String event) {
            return of(event, 100, OptionalInt.of(4), Reward.GOODS, "x", false, true, "x");
        }

        static PointRule of(
                String event,
                int points,
                OptionalInt times,
                Reward reward,
                String alternative,
                boolean isSmartphoneOnly,
                boolean dependants,
                String explanation) {
            return new PointRule(
                    "walk",
                    1,
                    event,
                    points,
                    times,
                    APRIL,
                    Optional.empty(),
                    dependants,
                    reward,
                    1,
                    alternative,
                    isSmartphoneOnly,
                    explanation);
        }
    }

    static Stream<Arguments> faults() {
        var four = OptionalInt.of(4);
        return Stream.of(
                Arguments.of("E1", Changed.event("NO_VISIT")),
                Arguments.of("E1", Changed.event("LOW_COST")),
                Arguments.of("W1", Changed.event("RISK_CLASS")),
                Arguments.of("W2", Changed.event("BMI")),
                Arguments.of("W3", Changed.of("PROGRAMME", 3000, four, Reward.GOODS, "x", false, true, "x")),
                Arguments.of("W4", Changed.of("PROGRAMME", 100, four, Reward.CASH, "x", false, true, "x")),
                Arguments.of("W5", Changed.of("PROGRAMME", 100, four, Reward.GOODS, " ", false, true, "x")),
                Arguments.of(
                        "W6", Changed.of("PROGRAMME", 1, OptionalInt.empty(), Reward.GOODS, "x", false, true, "x")),
                Arguments.of("W7", Changed.of("PROGRAMME", 100, four, Reward.GOODS, "x", true, true, "x")),
                Arguments.of("W8", Changed.of("PROGRAMME", 100, four, Reward.GOODS, "x", false, false, "x")),
                Arguments.of("W9", Changed.of("PROGRAMME", 100, four, Reward.GOODS, "x", false, true, "")));
    }

    @Test
    void a_rule_for_effort_open_to_all_and_explained_has_no_finding() {
        assertThat(LINT.check(GOOD, List.of())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void one_fault_is_one_finding(String check, PointRule rule) {
        assertThat(LINT.check(rule, List.of())).extracting(LintFinding::id).containsExactly(check);
    }

    @Test
    void only_errors_block_a_rule() {
        assertThat(LINT.check(Changed.event("NO_VISIT"), List.of())).allMatch(LintFinding::blocks);
        assertThat(LINT.check(Changed.event("BMI"), List.of())).noneMatch(LintFinding::blocks);
    }

    @Test
    void two_versions_of_a_rule_do_not_overlap_by_a_day() {
        var second = version(2, APRIL.plusYears(1));

        assertThat(LINT.check(second, List.of(ended(APRIL.plusYears(1)))))
                .extracting(LintFinding::id)
                .containsExactly("E2");
        assertThat(LINT.check(second, List.of(ended(APRIL.plusYears(1).minusDays(1)))))
                .isEmpty();
    }

    private static PointRule version(int version, LocalDate from) {
        return new PointRule(
                GOOD.key(),
                version,
                GOOD.event(),
                GOOD.points(),
                GOOD.timesAYear(),
                from,
                Optional.empty(),
                true,
                Reward.GOODS,
                1,
                "x",
                false,
                "x");
    }

    private static PointRule ended(LocalDate to) {
        return new PointRule(
                GOOD.key(),
                1,
                GOOD.event(),
                GOOD.points(),
                GOOD.timesAYear(),
                APRIL,
                Optional.of(to),
                true,
                Reward.GOODS,
                1,
                "x",
                false,
                "x");
    }

    @Test
    void what_one_person_can_get_in_a_year_is_added_up_over_the_rules() {
        var beside = new PointRule(
                "run",
                1,
                "PROGRAMME",
                9700,
                OptionalInt.of(1),
                APRIL,
                Optional.empty(),
                true,
                Reward.GOODS,
                1,
                "x",
                false,
                "x");

        assertThat(LINT.check(GOOD, List.of(beside)))
                .extracting(LintFinding::id)
                .containsExactly("W3");
        var generous =
                new PointLint(List.of(new Correction("rewards/settings", "YEARLY_LIMIT_YEN", "number", "10100")));
        assertThat(generous.check(GOOD, List.of(beside))).isEmpty();
    }

    @Test
    void a_finding_says_what_is_wrong_in_both_languages() {
        var finding = LINT.check(Changed.event("NO_VISIT"), List.of()).getFirst();

        assertThat(finding.message(Locale.JAPANESE)).isEqualTo("受診していないことを条件にすることはできません。");
        assertThat(finding.message(Locale.ENGLISH)).isEqualTo("A rule must not reward the absence of medical visits.");
    }
}
