package org.tsunagu.statistics.area;

import java.util.List;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.special.Gamma;

/// How the true ratios of the places of a group differ (事前分布): gamma with a shape and a rate, or one common
/// ratio.
///
/// Fitted by maximum likelihood of the negative binomial. Japanese papers call the shape β and the rate α.
///
/// @param shape of the gamma distribution; infinite when the places differ no more than by chance
/// @param rate of the gamma distribution; infinite likewise
/// @param common all observed by all expected
public record Prior(double shape, double rate, double common) {

    private static final double LOWEST_LOG_SHAPE = -7;
    private static final double HIGHEST_LOG_SHAPE = 16;
    private static final int GRID = 47;
    private static final int STEPS = 60;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int MOST_STEPS = 500;

    /// Fits the distribution to places.
    public static Prior fit(List<Place> places) {
        var observed = places.stream().mapToLong(Place::observed).sum();
        var expected = places.stream().mapToDouble(Place::expected).sum();
        var common = observed / expected;
        if (observed == 0 || excess(places, common) <= 0) {
            return new Prior(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, common);
        }
        var logShape = best(places);
        var shape = Math.exp(logShape);
        return new Prior(shape, rateFor(places, shape), common);
    }

    /// Whether the places differ more than by chance.
    public boolean isDispersed() {
        return Double.isFinite(shape);
    }

    /// Slope of the likelihood where the over-dispersion is nothing: at most 0 means that there is none.
    private static double excess(List<Place> places, double common) {
        return places.stream()
                .mapToDouble(place -> Math.pow(place.observed() - common * place.expected(), 2) - place.observed())
                .sum();
    }

    private static double best(List<Place> places) {
        var width = (HIGHEST_LOG_SHAPE - LOWEST_LOG_SHAPE) / (GRID - 1);
        var start = LOWEST_LOG_SHAPE;
        for (var i = 1; i < GRID; i++) {
            var next = LOWEST_LOG_SHAPE + i * width;
            start = likelihood(places, next) > likelihood(places, start) ? next : start;
        }
        var low = start - width;
        var high = start + width;
        for (var i = 0; i < STEPS; i++) {
            var left = high - GOLDEN * (high - low);
            var right = low + GOLDEN * (high - low);
            if (likelihood(places, left) < likelihood(places, right)) {
                low = left;
            } else {
                high = right;
            }
        }
        return (low + high) / 2;
    }

    private static double likelihood(List<Place> places, double logShape) {
        var shape = Math.exp(logShape);
        var rate = rateFor(places, shape);
        return places.stream()
                .mapToDouble(place -> rising(shape, place.observed())
                        - shape * Math.log1p(place.expected() / rate)
                        - place.observed() * Math.log(rate + place.expected()))
                .sum();
    }

    /// ln Γ(shape + count) − ln Γ(shape), without cancelling for large shapes.
    private static double rising(double shape, long count) {
        if (shape < 1e4) {
            return Gamma.logGamma(shape + count) - Gamma.logGamma(shape);
        }
        // Stirling, with the leading terms taken together.
        var sum = shape + count;
        return (shape - 1.0 / 2) * Math.log1p(count / shape)
                + count * Math.log(sum)
                - count
                + (1 / sum - 1 / shape) / 12;
    }

    /// The best rate for a shape: where Σ (d + a) b / (b + e) is the number of places times the shape.
    private static double rateFor(List<Place> places, double shape) {
        UnivariateFunction slope = logRate -> {
            var rate = Math.exp(logRate);
            return places.stream()
                    .mapToDouble(place -> shape - (place.observed() + shape) * rate / (rate + place.expected()))
                    .sum();
        };
        var middle = Math.log(shape);
        var reach = 1.0;
        while (slope.value(middle - reach) < 0 || slope.value(middle + reach) > 0) {
            reach *= 2;
        }
        return Math.exp(new BrentSolver(1e-12).solve(MOST_STEPS, slope, middle - reach, middle + reach));
    }
}
