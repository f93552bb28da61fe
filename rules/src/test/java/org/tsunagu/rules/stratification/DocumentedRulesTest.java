package org.tsunagu.rules.stratification;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.rules.stratification.Predicate.BMI_MET;
import static org.tsunagu.rules.stratification.Predicate.DRUG;
import static org.tsunagu.rules.stratification.Predicate.SMOKE_RISK;
import static org.tsunagu.rules.stratification.Predicate.WAIST_MET;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tsunagu.rules.condition.Truth;

/// Every state of the seven questions, for an age under 65 and one of 65 or over: 4,374 combinations.
class DocumentedRulesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);
    private static final List<org.tsunagu.codes.table.Table> TABLES = new StratificationTables(List.of()).all();
    private static final AgeLevels LEVELS = new AgeLevels(TABLES.get(1), TABLES.get(2), TABLES.get(3), DAY);
    private static final List<Integer> AGES = List.of(50, 70);

    @Test
    void completions_and_documented_rules_agree_in_3933_of_4374_states() {
        var equal = 0;
        for (var age : AGES) {
            for (var state : State.all()) {
                var entry = LEVELS.at(age).get(state.number());
                equal += entry.level() == entry.documented().value() ? 1 : 0;
            }
        }
        assertThat(2 * State.all().size()).isEqualTo(4374);
        assertThat(equal).isEqualTo(3933);
    }

    @Test
    void the_441_departures_fall_into_the_nine_groups_of_the_table() {
        var counts = new TreeMap<String, Integer>();
        for (var age : AGES) {
            for (var state : State.all()) {
                LEVELS.at(age).get(state.number()).departure().ifPresent(reason -> {
                    var row = new Departures(TABLES.get(3).on(DAY))
                            .find(state, age)
                            .orElseThrow();
                    assertThat(reason.basis()).isEqualTo(row.basis());
                    assertThat(reason.outcome()).as(row.key()).isEqualTo(row.text("policy_level"));
                    assertThat(reason.facts()).containsEntry("documented", row.text("documented_level"));
                    counts.merge(row.text("departure"), 1, Integer::sum);
                });
            }
        }
        assertThat(counts)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        entry("R1-a", 36),
                        entry("R1-b", 6),
                        entry("R1-c", 9),
                        entry("R1-d", 54),
                        entry("R2-a", 12),
                        entry("R4-a", 42),
                        entry("R6-a", 260),
                        entry("R6-b", 16),
                        entry("S4-a", 6)));
        assertThat(counts.values().stream().mapToInt(count -> count).sum()).isEqualTo(441);
    }

    @Test
    void the_level_of_every_state_is_what_its_completions_give() {
        for (var age : AGES) {
            for (var state : State.all()) {
                var possible = new HashSet<Level>();
                complete(state, age, possible);
                var expected = possible.size() == 1 ? possible.iterator().next() : Level.UNDETERMINED;
                assertThat(LEVELS.at(age).get(state.number()).level())
                        .as("state %s at %s", state.number(), age)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void the_documented_level_of_every_state_follows_the_numbered_rules() {
        for (var age : AGES) {
            for (var state : State.all()) {
                assertThat(LEVELS.at(age).get(state.number()).documented().value())
                        .as("state %s at %s", state.number(), age)
                        .isEqualTo(documented(state, age));
            }
        }
    }

    @Test
    void an_undetermined_state_always_names_a_question_that_matters() {
        for (var age : AGES) {
            for (var state : State.all()) {
                var entry = LEVELS.at(age).get(state.number());
                assertThat(entry.matters().isEmpty())
                        .as("state %s", state.number())
                        .isEqualTo(entry.level() != Level.UNDETERMINED);
            }
        }
    }

    private static void complete(State state, int age, Set<Level> into) {
        var open = state.firstUnknown();
        if (open.isEmpty()) {
            into.add(level(state, age));
        } else {
            complete(state.with(open.get(), Truth.TRUE), age, into);
            complete(state.with(open.get(), Truth.FALSE), age, into);
        }
    }

    /// RULES.md 4.2, word for word; what is unknown counts as not met.
    private static Level level(State state, int age) {
        if (state.is(DRUG, Truth.TRUE)) {
            return Level.NONE;
        }
        var isWaist = state.is(WAIST_MET, Truth.TRUE);
        if (!isWaist && !state.is(BMI_MET, Truth.TRUE)) {
            return Level.NONE;
        }
        var n = state.categories(Truth.TRUE);
        var r = n + (state.is(SMOKE_RISK, Truth.TRUE) && n >= 1 ? 1 : 0);
        if (r == 0) {
            return Level.NONE;
        }
        return r >= (isWaist ? 2 : 3) && age < 65 ? Level.ACTIVE : Level.MOTIVATIONAL;
    }

    /// RULES.md 4.5, the table of documented rules from top to bottom.
    private static Level documented(State state, int age) {
        var n = state.categories(Truth.TRUE);
        var open = state.categories(Truth.UNKNOWN);
        var isWaist = state.is(WAIST_MET, Truth.TRUE);
        var isBmi = !isWaist && state.is(BMI_MET, Truth.TRUE);
        var level = level(state, age);
        if (state.is(DRUG, Truth.TRUE)) {
            return Level.NONE;
        }
        if (state.is(WAIST_MET, Truth.UNKNOWN) || (!isWaist && state.is(BMI_MET, Truth.UNKNOWN))) {
            return Level.UNDETERMINED; // rules 1 and 2
        }
        if (state.is(SMOKE_RISK, Truth.UNKNOWN) && ((isWaist && n == 1) || (isBmi && n == 2))) {
            return Level.UNDETERMINED; // rule 4
        }
        if (level == Level.NONE) {
            var otherMissing = open > 0 || state.is(SMOKE_RISK, Truth.UNKNOWN);
            return otherMissing ? Level.UNDETERMINED : Level.NONE; // rules 5 and 6
        }
        if (state.is(DRUG, Truth.UNKNOWN)) {
            return Level.UNDETERMINED; // rule 7
        }
        if (level == Level.ACTIVE || age >= 65) {
            return level; // rules 8 and 9
        }
        var secondCheck = (isWaist && open > 0)
                || (isBmi && n == 1 && open == 2)
                || (isBmi && n == 1 && open == 1 && state.is(SMOKE_RISK, Truth.TRUE))
                || (isBmi && n == 2 && open == 1);
        return secondCheck ? Level.UNDETERMINED : level;
    }
}
