package org.tsunagu.statistics.area;

import java.util.Arrays;
import java.util.List;
import org.tsunagu.statistics.result.Defaults;

/// How much more places differ than chance explains (過分散).
///
/// @param factor φ, the mean square of the winsorised z values; 1 = chance alone
/// @param places how many
public record Dispersion(double factor, int places) {

    /// Of places with observed and expected: z = (O − E) / √E.
    public static Dispersion of(List<Place> places) {
        return ofScores(places.stream()
                .mapToDouble(place -> (place.observed() - place.expected()) / Math.sqrt(place.expected()))
                .toArray());
    }

    /// Of shares: z = (p − P) / √(P (1 − P) / n) with the overall share P.
    public static Dispersion ofShares(List<Marshall.Share> places) {
        var persons = places.stream().mapToDouble(Marshall.Share::persons).sum();
        var overall = places.stream().mapToLong(Marshall.Share::events).sum() / persons;
        return ofScores(places.stream()
                .mapToDouble(place -> (place.rate() - overall) / Math.sqrt(overall * (1 - overall) / place.persons()))
                .toArray());
    }

    /// By how much limits are widened: √φ, never below 1.
    public double widening() {
        return Math.sqrt(Math.max(1, factor));
    }

    /// The variance between places on the logarithmic scale (DerSimonian–Laird), 0 when chance explains the
    /// differences.
    public static double betweenPlaces(List<Place> places) {
        var sum = 0.0;
        var squares = 0.0;
        for (var place : places) {
            // The variance of a log ratio is 1 / E: E is the weight.
            sum += place.expected();
            squares += place.expected() * place.expected();
        }
        var count = places.size();
        var excess = count * of(places).factor - (count - 1);
        return count < 2 ? 0 : Math.max(0, excess / (sum - squares / sum));
    }

    private static Dispersion ofScores(double[] scores) {
        Arrays.sort(scores);
        var cut = (int) Math.floor(scores.length * Defaults.of("winsorised_each_side"));
        var sum = 0.0;
        for (var i = 0; i < scores.length; i++) {
            var inside = scores[Math.clamp(i, cut, scores.length - 1 - cut)];
            sum += inside * inside;
        }
        return new Dispersion(sum / scores.length, scores.length);
    }
}
