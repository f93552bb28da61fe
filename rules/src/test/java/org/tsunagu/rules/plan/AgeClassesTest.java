package org.tsunagu.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Settings;

class AgeClassesTest {

    @Test
    void every_target_is_in_one_class_and_nobody_else() {
        var year = new FiscalYear(2024);
        var eligibility = Settings.shipped().eligibility(List.of());
        var classes = new AgeClasses(List.of()).of(year);
        var targets = eligibility.birthsOfTargets(year);

        for (var birth = targets.first().minusYears(2);
                birth.isBefore(targets.last().plusYears(2)); ) {
            var day = birth;
            var count = classes.stream()
                    .map(ages ->
                            eligibility.births(ages.from(), ages.to(), year).and(targets))
                    .filter(births -> births.includes(day))
                    .count();
            assertThat(count).as("%s", day).isEqualTo(targets.includes(day) ? 1 : 0);
            birth = birth.plusDays(1);
        }
    }
}
