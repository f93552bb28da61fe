package org.tsunagu.statistics.area;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.tsunagu.statistics.result.Defaults;
import org.tsunagu.statistics.result.Estimate;
import org.tsunagu.statistics.result.Estimate.Behind;
import org.tsunagu.statistics.result.Interval;
import org.tsunagu.statistics.result.IntervalMethod;
import org.tsunagu.statistics.result.Method;
import org.tsunagu.statistics.result.Warning;

/// Ratios of small places, pulled towards their group by how little they know (経験ベイズ推定・EBSMR).
///
/// Never mix them with raw ratios in one ranking.
public final class EmpiricalBayes {

    private static final double REFERENCE = 100;

    private EmpiricalBayes() {}

    /// The ratios of places, 100 = as the reference, each with its posterior interval and the probability
    /// that the true ratio is above the reference. The prior of a place is that of the narrowest of its
    /// groups that has at least five places, else that of all places given.
    public static List<Place.Result> of(List<Place> places) {
        var sizes = places.stream()
                .flatMap(place -> place.groups().stream().distinct())
                .collect(Collectors.groupingBy(group -> group, Collectors.counting()));
        var priors = new HashMap<String, Prior>();
        var all = Prior.fit(places);
        return places.stream()
                .map(place -> {
                    var group = groupOf(place, sizes);
                    var prior = group.isEmpty()
                            ? all
                            : priors.computeIfAbsent(group, name -> Prior.fit(members(places, name)));
                    var isNarrowest = place.groups().isEmpty()
                            || group.equals(place.groups().getFirst());
                    return result(place, prior, isNarrowest);
                })
                .toList();
    }

    /// The ratio of one place with a known prior.
    static Place.Result result(Place place, Prior prior, boolean isNarrowest) {
        var behind = new Behind(place.expected(), place.observed());
        var level = Defaults.of("interval_level");
        if (!prior.isDispersed()) {
            var common = prior.common() * REFERENCE;
            var interval = new Interval(common, common, level, IntervalMethod.GAMMA_POSTERIOR);
            var estimate = Estimate.of(Method.EMPIRICAL_BAYES, common, 0, interval, behind);
            return new Place.Result(
                    place, named(estimate.with(Warning.NO_OVERDISPERSION), isNarrowest), prior.common() > 1 ? 1 : 0);
        }
        var shape = prior.shape() + place.observed();
        var rate = prior.rate() + place.expected();
        // In units of the mean: the search for a quantile stops at an absolute distance.
        var posterior = new GammaDistribution(shape, 1 / shape);
        var mean = shape / rate * REFERENCE;
        var tail = (1 - level) / 2;
        var interval = new Interval(
                mean * posterior.inverseCumulativeProbability(tail),
                mean * posterior.inverseCumulativeProbability(1 - tail),
                level,
                IntervalMethod.GAMMA_POSTERIOR);
        var estimate = Estimate.of(Method.EMPIRICAL_BAYES, mean, mean / Math.sqrt(shape), interval, behind);
        return new Place.Result(
                place, named(estimate, isNarrowest), 1 - posterior.cumulativeProbability(REFERENCE / mean));
    }

    private static Estimate named(Estimate estimate, boolean isNarrowest) {
        return isNarrowest ? estimate : estimate.with(Warning.PRIOR_GROUP_WIDENED);
    }

    private static String groupOf(Place place, Map<String, Long> sizes) {
        return place.groups().stream()
                .filter(group -> sizes.getOrDefault(group, 0L) >= Defaults.of("fewest_places_of_a_prior"))
                .findFirst()
                .orElse("");
    }

    private static List<Place> members(List<Place> places, String group) {
        return places.stream().filter(place -> place.groups().contains(group)).toList();
    }
}
