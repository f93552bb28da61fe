package org.tsunagu.statistics.ratio;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.special.Gamma;
import org.tsunagu.statistics.result.Defaults;
import org.tsunagu.statistics.result.Interval;
import org.tsunagu.statistics.result.IntervalMethod;

/// Limits of a count of events that happen independently (件数のポアソン信頼区間).
public enum PoissonLimits {
    /// Byar's approximation from ten events on, exact limits below: the default.
    BYAR {
        @Override
        public Interval of(long count, double level) {
            if (count < Defaults.of("byar_from")) {
                return EXACT.of(count, level);
            }
            var z = Quantiles.z(level);
            return new Interval(byar((double) count, -z), byar(count + 1.0, z), level, IntervalMethod.BYAR);
        }
    },
    /// Exact limits by χ² quantiles.
    EXACT {
        @Override
        public Interval of(long count, double level) {
            var tail = Quantiles.tail(level);
            var low = count == 0 ? 0 : halfChiSquared(tail, 2.0 * count);
            var high = halfChiSquared(1 - tail, 2.0 * count + 2);
            return new Interval(low, high, level, IntervalMethod.EXACT_POISSON);
        }
    },
    /// Half of the probability of the count itself belongs to the tail; narrower than exact.
    MID_P {
        @Override
        public Interval of(long count, double level) {
            var tail = Quantiles.tail(level);
            var exact = EXACT.of(count, level);
            var low = count == 0 ? 0 : root(mean -> orMore(count, mean) - tail, exact.low(), exact.high());
            var high = root(mean -> 1 - orMore(count, mean) - tail, exact.low(), exact.high());
            return new Interval(low, high, level, IntervalMethod.MID_P);
        }
    };

    private static final double ACCURACY = 1e-10;
    private static final int MOST_STEPS = 1000;

    /// Limits of a count at a level between 0 and 1.
    public abstract Interval of(long count, double level);

    private static double byar(double count, double z) {
        return count * Math.pow(1 - 1 / (9 * count) + z / (3 * Math.sqrt(count)), 3);
    }

    private static double halfChiSquared(double probability, double degrees) {
        return new ChiSquaredDistribution(degrees).inverseCumulativeProbability(probability) / 2;
    }

    /// Probability of more than the count, and half of that of the count itself.
    private static double orMore(long count, double mean) {
        if (mean == 0) {
            return count == 0 ? 1.0 / 2 : 0;
        }
        var more = Gamma.regularizedGammaP(count + 1.0, mean);
        return count == 0 ? (1 + more) / 2 : (more + Gamma.regularizedGammaP((double) count, mean)) / 2;
    }

    private static double root(UnivariateFunction function, double low, double high) {
        return new BrentSolver(ACCURACY).solve(MOST_STEPS, function, low, high);
    }
}
