package org.tsunagu.statistics.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.tsunagu.statistics.result.Defaults;

/// Whether neighbours resemble each other (空間的自己相関・Moran's I), with row-standardised neighbour weights.
///
/// Not for ratios that were pulled towards a common local group.
///
/// @param index Moran's I; empty places are left out
/// @param expectation −1 / (n − 1), its mean when places are shuffled
/// @param probability share of shuffles with an index as high, the observed one included
/// @param places how many have neighbours
/// @param islands ids of the places without neighbours, which were left out
/// @param generator name of the random generator
/// @param seed its seed: the same seed gives the same probability
public record Moran(
        double index,
        double expectation,
        double probability,
        int places,
        List<String> islands,
        String generator,
        long seed) {

    private static final String GENERATOR = "L64X128MixRandom";

    /// The index of values by place, with as many shuffles as `defaults.tsv` says.
    ///
    /// @param values by id
    /// @param neighbours by id; those without a value are passed over
    public static Moran of(Map<String, Double> values, Map<String, List<String>> neighbours, long seed) {
        var islands = new ArrayList<String>();
        var ids = new ArrayList<String>();
        for (var id : values.keySet().stream().sorted().toList()) {
            var known = neighbours.getOrDefault(id, List.of()).stream().anyMatch(values::containsKey);
            (known ? ids : islands).add(id);
        }
        var links = ids.stream()
                .map(id -> neighbours.getOrDefault(id, List.of()).stream()
                        .mapToInt(ids::indexOf)
                        .filter(index -> index >= 0)
                        .toArray())
                .toList();
        var centred = centred(ids.stream().mapToDouble(values::get).toArray());
        var index = index(centred, links);
        var random = RandomGeneratorFactory.of(GENERATOR).create(seed);
        var count = (int) Defaults.of("permutations");
        var high = IntStream.range(0, count)
                .filter(shuffle -> index(shuffled(centred, random), links) >= index)
                .count();
        return new Moran(
                index,
                -1.0 / (ids.size() - 1),
                (1.0 + high) / (count + 1),
                ids.size(),
                List.copyOf(islands),
                GENERATOR,
                seed);
    }

    private static double index(double[] centred, List<int[]> links) {
        var together = 0.0;
        var squares = 0.0;
        for (var i = 0; i < centred.length; i++) {
            var around = 0.0;
            for (var other : links.get(i)) {
                around += centred[other];
            }
            together += centred[i] * around / links.get(i).length;
            squares += centred[i] * centred[i];
        }
        return together / squares;
    }

    private static double[] centred(double[] values) {
        var mean = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(0);
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] - mean)
                .toArray();
    }

    private static double[] shuffled(double[] values, RandomGenerator random) {
        for (var i = values.length - 1; i > 0; i--) {
            var other = random.nextInt(i + 1);
            var kept = values[i];
            values[i] = values[other];
            values[other] = kept;
        }
        return values;
    }
}
