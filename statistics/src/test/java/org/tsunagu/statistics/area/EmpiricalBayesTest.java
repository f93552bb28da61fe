package org.tsunagu.statistics.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tsunagu.statistics.result.Warning;

class EmpiricalBayesTest {

    static final List<Long> OBSERVED = List.of(12L, 30L, 7L, 55L, 18L, 90L, 25L, 3L);
    static final List<Double> EXPECTED = List.of(10.0, 22.0, 11.5, 40.0, 20.0, 100.0, 19.0, 6.0);

    @Test
    void the_prior_is_the_most_likely_one() {
        var prior = Prior.fit(places());

        // Nelder–Mead on the same likelihood, in another language
        assertThat(prior.shape()).isCloseTo(41.81679, within(0.001));
        assertThat(prior.rate()).isCloseTo(38.99833, within(0.001));
    }

    @Test
    void ratios_have_posterior_limits_and_a_probability() {
        var first = EmpiricalBayes.of(places()).getFirst();
        var interval = first.estimate().interval().orElseThrow();

        assertThat(first.estimate().value().orElseThrow()).isCloseTo(109.83393, within(0.0005));
        assertThat(interval.low()).isCloseTo(82.46759, within(0.001));
        assertThat(interval.high()).isCloseTo(141.06113, within(0.001));
        assertThat(first.probabilityAboveReference()).isCloseTo(0.73621, within(0.0001));
    }

    @Test
    void a_ratio_lies_between_the_raw_and_the_prior_value() {
        var prior = Prior.fit(places());
        var middle = 100 * prior.shape() / prior.rate();
        for (var result : EmpiricalBayes.of(places())) {
            var raw = 100 * result.place().ratio();
            assertThat(result.estimate().value().orElseThrow()).isBetween(Math.min(raw, middle), Math.max(raw, middle));
        }
    }

    @Test
    void much_knowledge_leaves_the_raw_ratio() {
        var large = new Place("large", 13_000_000, 1e7, List.of());
        var result = EmpiricalBayes.result(large, Prior.fit(places()), true);

        assertThat(result.estimate().value().orElseThrow()).isCloseTo(130, within(0.01));
    }

    @Test
    void places_that_differ_by_chance_only_have_the_common_ratio() {
        var alike = IntStream.range(0, 9)
                .mapToObj(i -> new Place("a" + i, 11, 10, List.of()))
                .toList();
        for (var result : EmpiricalBayes.of(alike)) {
            assertThat(result.estimate().value().orElseThrow()).isCloseTo(110, within(1e-9));
            assertThat(result.estimate().warnings()).containsExactly(Warning.NO_OVERDISPERSION);
        }
    }

    @Test
    void places_without_any_event_have_nothing_to_differ_by() {
        var none = List.of(new Place("a", 0, 2, List.of()), new Place("b", 0, 3, List.of()));

        assertThat(EmpiricalBayes.of(none).getFirst().estimate().value()).hasValue(0);
    }

    @Test
    void a_group_of_fewer_than_five_gives_way_to_the_next_larger_one() {
        var places = new ArrayList<Place>();
        for (var i = 0; i < 8; i++) {
            var prefecture = i < 4 ? "22" : "23";
            var groups = i < 4 ? List.of(prefecture, "nation") : List.of("nation");
            places.add(new Place("a" + i, OBSERVED.get(i), EXPECTED.get(i), groups));
        }
        var results = EmpiricalBayes.of(places);

        assertThat(results.getFirst().estimate().warnings()).containsExactly(Warning.PRIOR_GROUP_WIDENED);
        assertThat(results.getLast().estimate().warnings()).isEmpty();
        assertThat(results.getFirst().estimate().value())
                .isEqualTo(EmpiricalBayes.of(places()).getFirst().estimate().value());
    }

    @Test
    void a_group_of_five_is_its_own_prior() {
        var own = IntStream.range(0, 8)
                .mapToObj(i -> new Place("a" + i, OBSERVED.get(i), EXPECTED.get(i), List.of(i < 5 ? "22" : "23")))
                .toList();
        var results = EmpiricalBayes.of(own);
        var expected = Prior.fit(own.subList(0, 5));

        assertThat(results.getFirst().estimate().warnings()).doesNotContain(Warning.PRIOR_GROUP_WIDENED);
        assertThat(results.getLast().estimate().warnings()).contains(Warning.PRIOR_GROUP_WIDENED);
        assertThat(results.getFirst().estimate().value())
                .isEqualTo(EmpiricalBayes.result(own.getFirst(), expected, true)
                        .estimate()
                        .value());
    }

    @Test
    void very_alike_places_are_fitted_without_cancelling() {
        // Barely more spread than chance: the shape is large.
        var barely = Stream.of(100L, 132L, 117L, 88L, 104L, 109L, 96L, 119L, 81L, 103L)
                .map(count -> new Place("a" + count, count, 104, List.of()))
                .toList();
        var prior = Prior.fit(barely);

        assertThat(prior.isDispersed()).isTrue();
        assertThat(prior.shape() / prior.rate()).isCloseTo(prior.common(), within(0.01));
    }

    @Test
    void marshall_pulls_rates_towards_the_overall_rate() {
        var shares = List.of(
                new Marshall.Share(5, 100),
                new Marshall.Share(30, 400),
                new Marshall.Share(2, 80),
                new Marshall.Share(50, 500));
        var smoothed = Marshall.of(shares);
        var expected = List.of(0.07440082, 0.07776542, 0.07122742, 0.09140073);
        for (var i = 0; i < 4; i++) {
            assertThat(smoothed.get(i)).isCloseTo(expected.get(i), within(1e-8));
        }
    }

    static List<Place> places() {
        return IntStream.range(0, 8)
                .mapToObj(i -> new Place("a" + i, OBSERVED.get(i), EXPECTED.get(i), List.of()))
                .toList();
    }
}
