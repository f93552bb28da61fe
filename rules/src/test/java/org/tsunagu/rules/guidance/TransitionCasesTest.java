package org.tsunagu.rules.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.rules.Cases;
import org.tsunagu.rules.ReasonTexts;
import org.tsunagu.rules.flow.Transition;
import org.tsunagu.rules.stratification.Level;

class TransitionCasesTest {

    private static final GuidanceTables TABLES = new GuidanceTables(List.of());
    private static final HashSet<String> MADE = new HashSet<>();

    @ParameterizedTest(name = "{0}: {5} leads to {6}{7} ({8})")
    @CsvFileSource(resources = "transitions.cases.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '|')
    void cases(
            String id,
            String transition,
            LocalDate checkup,
            String level,
            String history,
            String event,
            String state,
            String refused,
            String note) {
        var start = course(checkup, Level.of(level));
        var course = Script.play(start, history);
        var step = Script.RULES.apply(course, Script.event(event));

        step.reasons().forEach(TransitionCasesTest::check);
        switch (step) {
            case Step.Taken taken -> {
                assertThat(taken.course().state().name()).isEqualTo(Cases.orEmpty(state));
                assertThat(taken.path()).extracting(Transition::key).contains(transition);
                taken.path().forEach(made -> MADE.add(made.key()));
            }
            case Step.Refused no -> {
                assertThat(Cases.orEmpty(state)).as("%s", no.reasons()).isEmpty();
                assertThat(Cases.rows(no.reasons()))
                        .containsAll(Script.words(refused, " ").toList());
            }
        }
    }

    private static Course course(LocalDate checkup, Level level) {
        return level.isGuidanceTarget()
                ? Course.target(checkup, level)
                : Course.target(checkup, level, CourseKind.MOTIVATIONAL);
    }

    private static void check(org.tsunagu.rules.decision.Reason reason) {
        for (var locale : List.of(Locale.JAPAN, Locale.UK)) {
            assertThat(ReasonTexts.in(locale).text(reason))
                    .as("%s", reason)
                    .isNotBlank()
                    .doesNotContain("{", "（-", "(-", " - ");
        }
    }

    @AfterAll
    static void every_transition_is_a_case() {
        assertThat(MADE)
                .containsAll(TABLES.get("transitions").rows().stream()
                        .map(row -> row.key())
                        .toList());
    }

    @Test
    void the_states_and_triggers_of_the_tables_are_those_of_the_code() {
        assertThat(TABLES.get("states").rows().stream().map(row -> row.key()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(CourseState.values()).map(Enum::name).toList());
        assertThat(TABLES.get("transitions").rows().stream()
                        .map(row -> row.text("trigger"))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Trigger.values()).map(Enum::name).toList());
    }

    @Test
    void every_variable_of_a_condition_has_a_name_and_a_unit() {
        var known = TABLES.variables().stream().map(row -> row.key()).toList();
        for (var table : List.of("guards", "completion", "repeat")) {
            assertThat(TABLES.get(table).rows().stream().map(row -> row.text("variable")))
                    .as(table)
                    .allMatch(known::contains);
        }
    }

    @Test
    void every_guard_is_used_and_every_state_can_be_reached() {
        var transitions = TABLES.get("transitions").rows();
        assertThat(TABLES.get("guards").rows().stream()
                        .map(row -> row.text("rule"))
                        .filter(rule -> !rule.equals("ONE-PER-CHECKUP")))
                .allMatch(rule -> transitions.stream().anyMatch(row -> GuidanceTables.names(row, "guards", rule)));
        assertThat(Arrays.stream(CourseState.values()).filter(state -> state != CourseState.TARGETED))
                .allMatch(state ->
                        transitions.stream().anyMatch(row -> row.text("to").equals(state.name())));
    }
}
