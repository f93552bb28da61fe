package org.tsunagu.statistics.area;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Gamma;
import org.tsunagu.statistics.result.Defaults;

/// Limits within which chance alone keeps 95 % and 99.8 % of places (ファネルプロット), instead of a league table.
public final class Funnel {

    private static final NormalDistribution NORMAL = new NormalDistribution();

    private Funnel() {}

    /// Limits of a share at a size: a place is outside when its Wilson interval excludes the overall share.
    ///
    /// @param overall between 0 and 1
    /// @param size persons, above 0
    /// @param widening 1, or the square root of the over-dispersion
    public static Limits share(double overall, double size, double widening) {
        var error = widening * Math.sqrt(overall * (1 - overall) / size);
        return limits(overall, error, 0, 1);
    }

    /// Where a place with a share stands.
    public static Standing standing(long part, long whole, double overall, double widening) {
        var error = widening * Math.sqrt(overall * (1 - overall) / whole);
        var z = ((double) part / whole - overall) / error;
        return Standing.of(NORMAL.cumulativeProbability(z), NORMAL.cumulativeProbability(-z));
    }

    /// Where a place with observed and expected stands, by exact Poisson probabilities.
    public static Standing standing(Place place) {
        var observed = place.observed();
        var asLow = Gamma.regularizedGammaQ(observed + 1.0, place.expected());
        var asHigh = observed == 0 ? 1 : Gamma.regularizedGammaP((double) observed, place.expected());
        return Standing.of(asLow, asHigh);
    }

    /// The curves of a ratio: for each count from 1 the expected number at which it lies on each of the
    /// limits.
    ///
    /// @param highest the highest count to draw
    public static List<CurvePoint> ratios(long highest) {
        return LongStream.rangeClosed(1, highest).mapToObj(Funnel::curvePoint).toList();
    }

    /// Limits of a ratio, 100 = as the reference, when places differ by more than chance: additive on the
    /// logarithmic scale.
    ///
    /// @param expected above 0
    /// @param between variance between places, see [Dispersion#betweenPlaces(List)]
    public static Limits ratio(double expected, double between) {
        var onLogScale = limits(0, Math.sqrt(1 / expected + between), Double.NEGATIVE_INFINITY, Double.MAX_VALUE);
        return new Limits(
                hundred(onLogScale.outerLow),
                hundred(onLogScale.innerLow),
                hundred(onLogScale.innerHigh),
                hundred(onLogScale.outerHigh));
    }

    private static double hundred(double logarithm) {
        return 100 * Math.exp(logarithm);
    }

    /// The expected numbers at which a count lies on each of the limits.
    ///
    /// @param count from 1
    public static CurvePoint curvePoint(long count) {
        var inner = Defaults.of("funnel_inner");
        var outer = Defaults.of("funnel_outer");
        return new CurvePoint(
                count, upper(outer, count), upper(inner, count), lower(inner, count), lower(outer, count));
    }

    private static double upper(double probability, long count) {
        return new ChiSquaredDistribution(2.0 * count).inverseCumulativeProbability(probability) / 2;
    }

    private static double lower(double probability, long count) {
        return new ChiSquaredDistribution(2.0 * count + 2).inverseCumulativeProbability(1 - probability) / 2;
    }

    private static Limits limits(double middle, double error, double least, double most) {
        var inner = -NORMAL.inverseCumulativeProbability(Defaults.of("funnel_inner")) * error;
        var outer = -NORMAL.inverseCumulativeProbability(Defaults.of("funnel_outer")) * error;
        return new Limits(
                Math.max(least, middle - outer),
                Math.max(least, middle - inner),
                Math.min(most, middle + inner),
                Math.min(most, middle + outer));
    }

    /// The four limits at one size, in the unit of what is drawn (管理限界).
    public record Limits(double outerLow, double innerLow, double innerHigh, double outerHigh) {}

    /// Where a count lies on the four limits (曲線の点): the expected number of each. Its height is 100 × count
    /// / expected for a ratio, count / population for a rate.
    ///
    /// @param count observed, from 1
    /// @param outerHigh expected number at which the count lies on the upper outer limit
    /// @param innerHigh the same for the upper inner limit
    /// @param innerLow the same for the lower inner limit
    /// @param outerLow the same for the lower outer limit
    public record CurvePoint(long count, double outerHigh, double innerHigh, double innerLow, double outerLow) {

        /// The height of this count for a ratio at one of its expected numbers, 100 = as the reference.
        public double ratio(double expected) {
            return 100 * count / expected;
        }

        /// The population at which this count has one of its expected numbers; empty when the overall rate
        /// is 0.
        public Optional<Double> population(double expected, double overallRate) {
            return overallRate > 0 ? Optional.of(expected / overallRate) : Optional.empty();
        }
    }
}
