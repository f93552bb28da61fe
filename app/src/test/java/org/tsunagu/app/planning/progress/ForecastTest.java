package org.tsunagu.app.planning.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Who will still come within the year, on invented data.
class ForecastTest {

    @Test
    void the_mean_share_of_the_years_before_is_expected_of_those_who_are_left() {
        // 300 of 600 and 200 of 500 came late: 0.5 and 0.4; of 1,000 expected 450.
        var forecast = Forecast.of(
                        List.of(new Forecast.Course(1000, 400, 700), new Forecast.Course(1000, 500, 700)), 1000)
                .orElseThrow();

        assertThat(forecast.coming()).isEqualTo(450);
        assertThat(forecast.missing()).isEqualTo(550);
        assertThat(forecast.low()).isLessThan(400);
        assertThat(forecast.high()).isGreaterThan(500);
        assertThat(forecast.fewestMissing()).isEqualTo(1000 - forecast.high());
        assertThat(forecast.mostMissing()).isEqualTo(1000 - forecast.low());
    }

    @Test
    void one_year_is_too_few_and_a_year_without_anybody_says_nothing() {
        var year = new Forecast.Course(1000, 400, 700);

        assertThat(Forecast.of(List.of(year), 100)).isEmpty();
        assertThat(Forecast.of(List.of(year, new Forecast.Course(0, 0, 0)), 100))
                .isEmpty();
        assertThat(Forecast.of(List.of(year, new Forecast.Course(500, 0, 0)), 100))
                .isEmpty();
        assertThat(Forecast.of(List.of(year, new Forecast.Course(500, 500, 500)), 100))
                .isEmpty();
    }

    @Test
    void nobody_left_means_nobody_to_come() {
        var forecast = Forecast.of(List.of(new Forecast.Course(10, 4, 7), new Forecast.Course(10, 5, 7)), 0)
                .orElseThrow();

        assertThat(List.of(forecast.coming(), forecast.low(), forecast.high())).containsOnly(0L);
    }

    @Test
    void the_interval_holds_the_truth_about_ninety_five_times_in_a_hundred() {
        var random = new Random(7);
        var inside = 0;
        var runs = 2000;
        for (var run = 0; run < runs; run++) {
            var before = new ArrayList<Forecast.Course>();
            for (var year = 0; year < 4; year++) {
                var course = course(random);
                before.add(course);
            }
            var now = course(random);
            var forecast = Forecast.of(before, now.people() - now.byThen()).orElseThrow();
            var truth = now.inTheEnd() - now.byThen();
            inside += forecast.low() <= truth && truth <= forecast.high() ? 1 : 0;
            assertThat(forecast.low()).isBetween(0L, forecast.coming());
            assertThat(forecast.high()).isBetween(forecast.coming(), forecast.rest());
        }
        assertThat(inside / (double) runs).isBetween(0.93, 0.99);
    }

    /// A year in which each of those left comes with a chance that differs from year to year.
    private static Forecast.Course course(Random random) {
        var people = 2000;
        var byThen = 600 + random.nextInt(400);
        var chance = Math.clamp(0.3 + 0.04 * random.nextGaussian(), 0.05, 0.95);
        var late = 0;
        for (var i = byThen; i < people; i++) {
            late += random.nextDouble() < chance ? 1 : 0;
        }
        return new Forecast.Course(people, byThen, byThen + late);
    }
}
