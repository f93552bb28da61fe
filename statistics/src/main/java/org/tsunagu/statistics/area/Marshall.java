package org.tsunagu.statistics.area;

import java.util.List;

/// Marshall's global estimator (Marshallの経験ベイズ推定): rates pulled towards the overall rate by the method of
/// moments.
public final class Marshall {

    private Marshall() {}

    /// The smoothed rates, in the order given; when the places differ no more than by chance, all are the
    /// overall rate.
    public static List<Double> of(List<Share> places) {
        var persons = places.stream().mapToDouble(Share::persons).sum();
        var overall = places.stream().mapToLong(Share::events).sum() / persons;
        var spread = places.stream()
                        .mapToDouble(place -> place.persons * Math.pow(place.rate() - overall, 2))
                        .sum()
                / persons;
        var between = Math.max(0, spread - overall / (persons / places.size()));
        return places.stream().map(place -> smoothed(place, overall, between)).toList();
    }

    private static double smoothed(Share place, double overall, double between) {
        var chance = overall / place.persons;
        return between == 0 ? overall : overall + between * (place.rate() - overall) / (between + chance);
    }

    /// Events and persons of one place (件数と人数); persons above 0.
    public record Share(long events, double persons) {

        double rate() {
            return events / persons;
        }
    }
}
