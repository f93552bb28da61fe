package org.tsunagu.statistics.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MoranTest {

    static final Map<String, List<String>> CHAIN = Map.of(
            "a",
            List.of("b"),
            "b",
            List.of("a", "c"),
            "c",
            List.of("b", "d"),
            "d",
            List.of("c", "e"),
            "e",
            List.of("d"));

    @Test
    void a_chain_of_rising_values_resembles_its_neighbours() {
        var moran = Moran.of(Map.of("a", 1.0, "b", 2.0, "c", 4.0, "d", 5.0, "e", 8.0), CHAIN, 1);

        assertThat(moran.index()).isCloseTo(0.5, within(1e-12));
        assertThat(moran.expectation()).isEqualTo(-0.25);
        assertThat(moran.islands()).isEmpty();
    }

    @Test
    void the_probability_is_that_of_all_orders() {
        // Of the 120 orders of these values as many have an index of 0.5 and more as the count below says.
        var values = List.of(1.0, 2.0, 4.0, 5.0, 8.0);
        var high = 0;
        for (var order : orders()) {
            var shuffled = new HashMap<String, Double>();
            for (var i = 0; i < 5; i++) {
                shuffled.put(List.of("a", "b", "c", "d", "e").get(i), values.get(order.get(i)));
            }
            high += indexOf(shuffled) >= 0.5 - 1e-9 ? 1 : 0;
        }
        var moran = Moran.of(Map.of("a", 1.0, "b", 2.0, "c", 4.0, "d", 5.0, "e", 8.0), CHAIN, 1);

        assertThat(moran.probability()).isCloseTo(high / 120.0, within(0.01));
    }

    @Test
    void the_same_seed_gives_the_same_probability() {
        var values = Map.of("a", 1.0, "b", 2.0, "c", 4.0, "d", 5.0, "e", 8.0);

        assertThat(Moran.of(values, CHAIN, 7)).isEqualTo(Moran.of(values, CHAIN, 7));
        assertThat(Moran.of(values, CHAIN, 7).generator()).isEqualTo("L64X128MixRandom");
    }

    @Test
    void islands_are_left_out_and_named() {
        var moran = Moran.of(Map.of("a", 1.0, "b", 2.0, "c", 4.0, "d", 5.0, "e", 8.0, "island", 100.0), CHAIN, 1);

        assertThat(moran.islands()).containsExactly("island");
        assertThat(moran.places()).isEqualTo(5);
        assertThat(moran.index()).isCloseTo(0.5, within(1e-12));
    }

    private static double indexOf(Map<String, Double> values) {
        var mean = values.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        var together = 0.0;
        var squares = 0.0;
        for (var id : CHAIN.keySet()) {
            var own = values.getOrDefault(id, 0.0) - mean;
            var around = CHAIN.getOrDefault(id, List.of()).stream()
                    .mapToDouble(other -> values.getOrDefault(other, 0.0) - mean)
                    .average()
                    .orElseThrow();
            together += own * around;
            squares += own * own;
        }
        return together / squares;
    }

    private static List<List<Integer>> orders() {
        var all = List.of(List.<Integer>of());
        for (var next = 0; next < 5; next++) {
            var number = next;
            all = all.stream()
                    .flatMap(order -> java.util.stream.IntStream.rangeClosed(0, order.size())
                            .mapToObj(place -> {
                                var longer = new java.util.ArrayList<>(order);
                                longer.add(place, number);
                                return List.copyOf(longer);
                            }))
                    .toList();
        }
        return all;
    }
}
