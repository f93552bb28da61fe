package org.tsunagu.statistics.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.tsunagu.statistics.result.Defaults;
import org.tsunagu.statistics.result.Estimate;
import org.tsunagu.statistics.result.Estimate.Behind;
import org.tsunagu.statistics.result.Interval;
import org.tsunagu.statistics.result.IntervalMethod;
import org.tsunagu.statistics.result.Method;
import org.tsunagu.statistics.result.Warning;

/// What our rate would be if our people had the age structure of the standard (年齢調整・直接法).
///
/// Rates of different places may be compared. Below ten events there is no estimate, only the crude
/// numbers.
public record DirectStandardisation(Limits limits, Spread spread, double level) {

    /// Dobson's interval, Poisson variance, 95 %.
    public static DirectStandardisation usual() {
        return new DirectStandardisation(Limits.DOBSON, Spread.POISSON, Quantiles.usualLevel());
    }

    /// The age-adjusted rate of strata in the order of age within each group. Bands without persons are
    /// joined with the band before them, or behind them when they are the first, and the result says so.
    public Estimate of(List<Stratum> strata) {
        var behind = behind(strata);
        if (groupWithout(strata)) {
            return Estimate.none(Method.DIRECT, behind, Warning.EMPTY_GROUP);
        }
        if (behind.events() < Defaults.of("min_events_dsr")) {
            return Estimate.none(Method.DIRECT, behind, Warning.FEW_EVENTS);
        }
        var used = collapsed(strata);
        var rate = 0.0;
        var variance = 0.0;
        var total = used.stream().mapToDouble(Stratum::weight).sum();
        for (var stratum : used) {
            var weight = stratum.weight() / total;
            var local = stratum.persons() > 0 ? stratum.events() / stratum.persons() : 0;
            rate += weight * local;
            variance += stratum.persons() > 0 ? weight * weight * spread.of(local) / stratum.persons() : 0;
        }
        var interval = limits.of(new Rate(rate, variance, behind.events(), heaviest(used, total)), level);
        var estimate = Estimate.of(Method.DIRECT, rate, Math.sqrt(variance), interval, behind);
        return used.size() < strata.size() ? estimate.with(Warning.STRATA_COLLAPSED) : estimate;
    }

    /// The age-adjusted rate with a model population, the same for all groups.
    ///
    /// @param groups each with one stratum a band, whose weights are replaced
    public Estimate of(List<List<Stratum>> groups, StandardPopulation standard, List<AgeBand> bands) {
        var weights = standard.weights(bands);
        var strata = groups.stream()
                .flatMap(
                        group -> IntStream.range(0, bands.size()).mapToObj(i -> weighted(group.get(i), weights.get(i))))
                .toList();
        var estimate = of(strata).from(standard.table());
        var named = bands.equals(AgeBand.ofCheckups()) ? estimate.with(Warning.AGES_40_TO_74) : estimate;
        return standard.isConfirmed() ? named : named.with(Warning.UNCONFIRMED_STANDARD);
    }

    private static Stratum weighted(Stratum stratum, double weight) {
        return new Stratum(stratum.group(), stratum.events(), stratum.persons(), weight);
    }

    private static Behind behind(List<Stratum> strata) {
        return new Behind(
                strata.stream().mapToDouble(Stratum::persons).sum(),
                strata.stream().mapToLong(Stratum::events).sum());
    }

    private static boolean groupWithout(List<Stratum> strata) {
        return strata.stream()
                .filter(Stratum::isEmpty)
                .anyMatch(empty -> strata.stream()
                        .filter(other -> other.group().equals(empty.group()))
                        .allMatch(other -> other.persons() == 0));
    }

    private static List<Stratum> collapsed(List<Stratum> strata) {
        var used = new ArrayList<>(strata);
        for (var i = 0; i < used.size(); ) {
            var other = used.get(i).isEmpty() ? beside(used, i) : i;
            if (other == i) {
                i++;
            } else {
                var joined = used.get(other).with(used.get(i));
                used.set(other, joined);
                used.remove(i);
                i = Math.min(i, other);
            }
        }
        return used;
    }

    private static int beside(List<Stratum> strata, int empty) {
        var group = strata.get(empty).group();
        var before = empty - 1;
        return before >= 0 && strata.get(before).group().equals(group) ? before : empty + 1;
    }

    private static double heaviest(List<Stratum> strata, double total) {
        return strata.stream()
                .filter(stratum -> stratum.persons() > 0)
                .mapToDouble(stratum -> stratum.weight() / total / stratum.persons())
                .max()
                .orElse(0);
    }

    /// How the chance of a stratum is counted (分散の仮定).
    public enum Spread {
        /// Events of any number: the variance of a rate is the rate.
        POISSON,
        /// A share of persons: rate × (1 − rate), for common findings such as smoking.
        BINOMIAL;

        double of(double rate) {
            return this == POISSON ? rate : rate * (1 - rate);
        }
    }

    /// The interval of the adjusted rate (年齢調整率の信頼区間).
    public enum Limits {
        /// Limits of the number of events, carried over: the default.
        DOBSON,
        /// Gamma quantiles, conservative.
        FAY_FEUER,
        /// Only for display beside the others.
        NORMAL;

        Interval of(Rate rate, double level) {
            return switch (this) {
                case DOBSON -> rate.dobson(level);
                case FAY_FEUER -> rate.fayFeuer(level);
                case NORMAL -> rate.normal(level);
            };
        }
    }

    /// An adjusted rate before it has limits.
    record Rate(double value, double variance, long events, double heaviest) {

        Interval dobson(double level) {
            var count = PoissonLimits.BYAR.of(events, level);
            var scale = Math.sqrt(variance / events);
            var low = value + scale * (count.low() - events);
            return new Interval(low, value + scale * (count.high() - events), level, IntervalMethod.DOBSON);
        }

        Interval fayFeuer(double level) {
            var tail = Quantiles.tail(level);
            var low = quantile(value, variance, tail);
            var high = quantile(value + heaviest, variance + heaviest * heaviest, 1 - tail);
            return new Interval(low, high, level, IntervalMethod.FAY_FEUER);
        }

        Interval normal(double level) {
            var half = Quantiles.z(level) * Math.sqrt(variance);
            return new Interval(value - half, value + half, level, IntervalMethod.NORMAL);
        }

        private static double quantile(double mean, double variance, double probability) {
            var shape = mean * mean / variance;
            // In units of the mean: the search for a quantile stops at an absolute distance.
            return mean * new GammaDistribution(shape, 1 / shape).inverseCumulativeProbability(probability);
        }
    }
}
