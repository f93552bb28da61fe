package org.tsunagu.statistics.ratio;

import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.tsunagu.statistics.result.Estimate;
import org.tsunagu.statistics.result.Estimate.Behind;
import org.tsunagu.statistics.result.Interval;
import org.tsunagu.statistics.result.IntervalMethod;
import org.tsunagu.statistics.result.Method;
import org.tsunagu.statistics.result.Warning;

/// Means with their intervals (平均値と信頼区間), plain and with the age structure of a standard.
public final class Means {

    private Means() {}

    /// A mean with the t interval at 95 %; no estimate for fewer than two persons.
    public static Estimate mean(Summary summary) {
        var behind = new Behind((double) summary.persons, 0);
        if (summary.persons < 2) {
            return Estimate.none(Method.MEAN, behind, Warning.TOO_FEW_PERSONS);
        }
        var level = Quantiles.usualLevel();
        var error = summary.deviation / Math.sqrt((double) summary.persons);
        var t = new TDistribution(summary.persons - 1.0).inverseCumulativeProbability(1 - Quantiles.tail(level));
        var interval = around(summary.mean, t * error, IntervalMethod.STUDENT_T);
        return Estimate.of(Method.MEAN, summary.mean, error, interval, behind);
    }

    /// A mean adjusted for age: weighted means of the strata, any unit of weights; no estimate when a
    /// stratum has fewer than two persons.
    public static Estimate adjusted(List<Summary> strata, List<Double> weights) {
        if (strata.size() != weights.size()) {
            throw new IllegalArgumentException("%d strata, %d weights".formatted(strata.size(), weights.size()));
        }
        var persons = strata.stream().mapToLong(Summary::persons).sum();
        var behind = new Behind((double) persons, 0);
        if (strata.stream().anyMatch(stratum -> stratum.persons < 2)) {
            return Estimate.none(Method.ADJUSTED_MEAN, behind, Warning.TOO_FEW_PERSONS);
        }
        var total = weights.stream().mapToDouble(Double::doubleValue).sum();
        var mean = 0.0;
        var variance = 0.0;
        for (var i = 0; i < strata.size(); i++) {
            var stratum = strata.get(i);
            var weight = weights.get(i) / total;
            mean += weight * stratum.mean;
            variance += Math.pow(weight * stratum.deviation, 2) / stratum.persons;
        }
        var error = Math.sqrt(variance);
        var half = Quantiles.z(Quantiles.usualLevel()) * error;
        return Estimate.of(Method.ADJUSTED_MEAN, mean, error, around(mean, half, IntervalMethod.NORMAL), behind);
    }

    private static Interval around(double middle, double half, IntervalMethod method) {
        return new Interval(middle - half, middle + half, Quantiles.usualLevel(), method);
    }

    /// Number, mean and standard deviation (n − 1) of measurements (人数・平均・標準偏差).
    public record Summary(long persons, double mean, double deviation) {}
}
