package org.tsunagu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.rules.Settings.AttainedAge;
import org.tsunagu.rules.Settings.MissingPolicy;
import org.tsunagu.rules.stratification.Level;

class JudgingTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

    @Test
    void days_outside_the_plan_periods_are_refused_and_can_be_asked_for() {
        assertThat(Cases.AS_SHIPPED.covers(LocalDate.of(2008, 3, 31))).isFalse();
        assertThat(Cases.AS_SHIPPED.covers(LocalDate.of(2008, 4, 1))).isTrue();
        assertThat(Cases.AS_SHIPPED.covers(LocalDate.of(2030, 3, 31))).isTrue();
        assertThat(Cases.AS_SHIPPED.covers(LocalDate.of(2030, 4, 1))).isFalse();
        assertThatThrownBy(() -> Cases.judge("M", 50, "2030-04-01", "")).hasMessageContaining("covers");
    }

    @Test
    void a_judgement_belongs_to_the_period_and_year_of_its_checkup() {
        var judgement = Cases.judge("M", 50, "2024-03-31", Cases.healthyWith(""));

        assertThat(judgement.period()).isEqualTo(PlanPeriod.THIRD);
        assertThat(judgement.fiscalYear().year()).isEqualTo(2023);
        assertThat(judgement.age()).isEqualTo(50);
    }

    @Test
    void rules_of_all_periods_may_be_asked_for_by_many_threads_at_once() {
        var values = Cases.values(Cases.healthyWith("waist=95.0 sbp=150"));
        for (var round = 0; round < 5; round++) {
            var fresh = new Judging(List.of(), Settings.shipped());
            var levels = IntStream.range(0, 64)
                    .parallel()
                    .mapToObj(i -> fresh.outcome(
                            new Examinee(
                                    i % 2 == 0 ? Sex.MALE : Sex.FEMALE,
                                    LocalDate.of(1974, 6, 1),
                                    LocalDate.of(2013 + i % 16, 6, 1)),
                            values))
                    .toList();
            assertThat(levels).hasSize(64).doesNotContainNull();
        }
    }

    @Test
    void someone_born_on_the_first_of_april_is_counted_as_the_settings_say() {
        var examinee = new Examinee(Sex.MALE, LocalDate.of(1959, 4, 1), DAY);
        var values = Cases.values(Cases.healthyWith("waist=95.0 sbp=150 fpg=120"));
        var legal = new Settings(
                MissingPolicy.COMPLETIONS,
                AttainedAge.LEGAL_DAY_BEFORE,
                true,
                Settings.shipped().glucoseOrder());

        assertThat(Cases.AS_SHIPPED.decide(examinee, values).age()).isEqualTo(65);
        assertThat(new Judging(List.of(), legal).decide(examinee, values).age()).isEqualTo(66);
    }

    @Test
    void only_those_born_on_the_first_of_april_rest_on_the_doubtful_row() {
        var values = Cases.values(Cases.healthyWith("waist=95.0 sbp=150"));

        assertThat(decide(LocalDate.of(1974, 4, 1), values).level().certainty()).isEqualTo(Certainty.CONFLICT);
        assertThat(decide(LocalDate.of(1974, 4, 2), values).level().certainty()).isEqualTo(Certainty.DERIVED);
        assertThat(decide(LocalDate.of(1974, 3, 31), values).level().certainty())
                .isEqualTo(Certainty.DERIVED);
    }

    private static Decisions decide(LocalDate birth, org.tsunagu.codes.item.CheckupValues values) {
        return Cases.AS_SHIPPED.decide(new Examinee(Sex.MALE, birth, DAY), values);
    }

    @Test
    void the_setting_for_missing_values_chooses_the_level_that_is_written() {
        var documented = new Settings(
                MissingPolicy.DOCUMENTED_2008,
                AttainedAge.BIRTHDAY,
                true,
                Settings.shipped().glucoseOrder());
        var examinee = Cases.person("M", 50, DAY);
        var values = Cases.values(Cases.healthyWith("waist=-"));
        var judging = new Judging(List.of(), documented);

        assertThat(judging.decide(examinee, values).level().value()).isEqualTo(Level.UNDETERMINED);
        assertThat(judging.decide(examinee, values).policyLevel().value()).isEqualTo(Level.NONE);
        assertThat(judging.decide(examinee, values).departsFromDocumentedRules())
                .isTrue();
        assertThat(judging.outcome(examinee, values).level()).isEqualTo(Level.UNDETERMINED);
    }

    @Test
    void the_lawful_omission_can_be_switched_off() {
        var strict = new Settings(
                MissingPolicy.COMPLETIONS,
                AttainedAge.BIRTHDAY,
                false,
                Settings.shipped().glucoseOrder());
        var examinee = Cases.person("M", 50, DAY);
        var values = Cases.values(Cases.healthyWith("waist=- bmi=19.0 sbp=150"));

        assertThat(Cases.AS_SHIPPED.decide(examinee, values).level().value()).isEqualTo(Level.NONE);
        assertThat(new Judging(List.of(), strict)
                        .decide(examinee, values)
                        .level()
                        .value())
                .isEqualTo(Level.UNDETERMINED);
    }

    @Test
    void the_order_of_the_glucose_values_is_a_setting() {
        var otherOrder = new Settings(
                MissingPolicy.COMPLETIONS,
                AttainedAge.BIRTHDAY,
                true,
                List.of("hba1c_jds", "hba1c_ngsp", "fpg", "glucose_casual"));
        var examinee = Cases.person("M", 50, DAY);
        var values = Cases.values(Cases.healthyWith("waist=90.0 fpg=99 hba1c=6.0"));

        assertThat(Cases.AS_SHIPPED.decide(examinee, values).level().value()).isEqualTo(Level.NONE);
        assertThat(new Judging(List.of(), otherOrder)
                        .decide(examinee, values)
                        .level()
                        .value())
                .isEqualTo(Level.MOTIVATIONAL);
    }

    @Test
    void a_corrected_cell_changes_the_judgement_without_a_release() {
        var correction = new Correction("stratification/steps", "WAIST-M", "value", "86.0");
        var corrected = new Judging(List.of(correction), Settings.shipped());
        var examinee = Cases.person("M", 50, DAY);
        var values = Cases.values(Cases.healthyWith("waist=85.5 sbp=150"));

        assertThat(Cases.AS_SHIPPED.decide(examinee, values).level().value()).isEqualTo(Level.MOTIVATIONAL);
        assertThat(corrected.decide(examinee, values).level().value()).isEqualTo(Level.NONE);
    }

    @Test
    void a_corrected_setting_is_read_from_the_table() {
        var correction = new Correction("settings", "lawful_omission", "value", "false");

        assertThat(Settings.with(List.of(correction)).lawfulOmission()).isFalse();
        assertThat(Settings.shipped().lawfulOmission()).isTrue();
    }

    @Test
    void a_new_row_divides_the_days_where_it_begins() {
        var ended = new Correction("stratification/steps", "SBP", "effective_to", "2024-06-30");
        var judging = new Judging(List.of(ended), Settings.shipped());
        var values = Cases.values(Cases.healthyWith("waist=90.0 sbp=150"));

        assertThat(judging.decide(Cases.person("M", 50, LocalDate.of(2024, 6, 30)), values)
                        .level()
                        .value())
                .isEqualTo(Level.MOTIVATIONAL);
        assertThat(judging.decide(Cases.person("M", 50, LocalDate.of(2024, 7, 1)), values)
                        .level()
                        .value())
                .isEqualTo(Level.NONE);
    }

    @Test
    void a_reason_names_row_item_and_value_as_written() {
        var reason =
                Cases.judge("M", 50, "2024-06-01", Cases.healthyWith("waist=85.0 sbp=150")).level().reasons().stream()
                        .filter(candidate -> candidate.about().equals("waist_met"))
                        .findFirst()
                        .orElseThrow();

        assertThat(reason.basis().table()).isEqualTo("stratification/steps");
        assertThat(reason.basis().row()).isEqualTo("WAIST-M");
        assertThat(reason.item()).isEqualTo("9N016160100000001");
        assertThat(reason.value()).isEqualTo("85.0");
        assertThat(reason.outcome()).isEqualTo("true");
    }
}
