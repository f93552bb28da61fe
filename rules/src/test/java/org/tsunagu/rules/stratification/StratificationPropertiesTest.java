package org.tsunagu.rules.stratification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tsunagu.rules.Cases;
import org.tsunagu.rules.Person;
import org.tsunagu.rules.metabolic.MetabolicCode;

class StratificationPropertiesTest {

    private static final List<Person> PEOPLE = Person.generate(4_000, 4);
    private static final List<Level> ASCENDING = List.of(Level.NONE, Level.MOTIVATIONAL, Level.ACTIVE);

    @Test
    void the_level_is_what_every_completion_with_real_values_gives() {
        for (var person : Person.generate(100_000, 1)) {
            var possible = Oracle.levels(person);
            var expected = possible.size() == 1 ? possible.iterator().next() : Level.UNDETERMINED;
            var level = person.decide().policyLevel();
            if (level.value() != expected || level.missingThatMatter().isEmpty() != (possible.size() == 1)) {
                assertThat(level.value()).as("%s %s", person, possible).isEqualTo(expected);
                assertThat(level.missingThatMatter().isEmpty()).as("%s", person).isEqualTo(possible.size() == 1);
            }
        }
    }

    @Test
    void a_worse_value_never_lowers_the_level() {
        var worse = Map.of(
                "waist", "120.0", "bmi", "35.0", "sbp", "180", "dbp", "110", "tg", "300", "hdl", "20", "fpg", "150",
                "smoking", "1");
        for (var person : PEOPLE) {
            var before = person.decide().level().value();
            worse.forEach((word, value) -> {
                if (person.words().containsKey(word)) {
                    var after = person.with(word, value).decide().level().value();
                    if (ASCENDING.contains(before) && ASCENDING.contains(after)) {
                        assertThat(ASCENDING.indexOf(after))
                                .as("%s %s", person, word)
                                .isGreaterThanOrEqualTo(ASCENDING.indexOf(before));
                    }
                }
            });
        }
    }

    @Test
    void a_yes_to_a_drug_takes_a_person_out_of_guidance() {
        for (var person : PEOPLE) {
            for (var drug : List.of("med_bp", "med_glucose", "med_lipid")) {
                assertThat(person.with(drug, "1").decide().level().value())
                        .as("%s", person)
                        .isEqualTo(Level.NONE);
            }
        }
    }

    @Test
    void a_drug_counts_for_the_metabolic_judgement() {
        for (var person : PEOPLE) {
            var without = person.with("med_bp", "2").decide().metabolic().value();
            var with = person.with("med_bp", "1").decide().metabolic().value();
            if (without == MetabolicCode.MET) {
                assertThat(with).as("%s", person).isEqualTo(MetabolicCode.MET);
            }
            if (without == MetabolicCode.PRELIMINARY) {
                assertThat(with).as("%s", person).isIn(MetabolicCode.MET, MetabolicCode.PRELIMINARY);
            }
        }
    }

    @Test
    void nobody_of_65_to_75_gets_active_support() {
        for (var person : PEOPLE) {
            for (var age : List.of(65, 70, 74, 75)) {
                var decisions = person.aged(age).decide();
                assertThat(decisions.level().value()).as("%s", person).isNotEqualTo(Level.ACTIVE);
                assertThat(decisions.documentedLevel().value()).as("%s", person).isNotEqualTo(Level.ACTIVE);
            }
        }
    }

    @Test
    void someone_of_64_is_judged_like_someone_of_40() {
        for (var person : PEOPLE) {
            assertThat(person.aged(64).decide().level().value())
                    .as("%s", person)
                    .isEqualTo(person.aged(40).decide().level().value());
        }
    }

    @Test
    void a_missing_value_that_turns_up_never_contradicts_a_certain_level() {
        var values = Map.of(
                "waist", "91.0", "bmi", "25.0", "sbp", "130", "dbp", "84", "tg", "150", "hdl", "40", "fpg", "100",
                "med_bp", "2", "smoking", "1");
        for (var person : PEOPLE) {
            var before = person.decide().policyLevel();
            values.forEach((word, value) -> {
                if (before.certain() && isPlainGap(person, word)) {
                    assertThat(person.with(word, value).decide().policyLevel().value())
                            .as("%s %s", person, word)
                            .isEqualTo(before.value());
                }
            });
        }
    }

    /// A gap nothing else stands in for: a better value that goes before another one may of course change the
    /// result.
    private static boolean isPlainGap(Person person, String word) {
        var standIns = switch (word) {
            case "waist" -> List.of("waist_self", "waist_told", "vfa", "bmi");
            case "bmi" -> List.of("height", "weight");
            case "sbp", "dbp" -> List.of("sbp1", "dbp1", "sbp2", "dbp2");
            case "tg" -> List.of("tg_casual");
            case "fpg" -> List.of("hba1c", "jds", "casual");
            default -> List.<String>of();
        };
        return Stream.concat(Stream.of(word), standIns.stream()).noneMatch(person.words()::containsKey);
    }

    @Test
    void the_bare_outcome_equals_the_decisions_with_reasons() {
        for (var person : PEOPLE) {
            var examinee = Cases.person(person.sex(), person.age(), person.examination());
            var values = Cases.values(person.given());
            var outcome = Cases.AS_SHIPPED.outcome(examinee, values);
            var decisions = Cases.AS_SHIPPED.decide(examinee, values);

            assertThat(outcome.level()).isEqualTo(decisions.level().value());
            assertThat(outcome.metabolic()).isEqualTo(decisions.metabolic().value());
            assertThat(outcome.age()).isEqualTo(decisions.age()).isEqualTo(person.age());
            assertThat(outcome.fiscalYear()).isEqualTo(decisions.fiscalYear().year());
        }
    }

    @Test
    void the_metabolic_judgement_is_stricter_than_its_completions_in_two_situations_only() {
        for (var person : PEOPLE) {
            var decisions = person.decide();
            var code = decisions.metabolic().value();
            var completed = MetabolicCode.of(decisions.metabolicByCompletions());
            if (code != completed) {
                assertThat(code).as("%s", person).isEqualTo(MetabolicCode.UNDETERMINED);
                var waistUnknown = decisions.metabolic().missingThatMatter().contains("waist");
                assertThat(completed)
                        .as("%s", person)
                        .isEqualTo(waistUnknown ? MetabolicCode.NOT_MET : MetabolicCode.PRELIMINARY);
            }
        }
    }
}
