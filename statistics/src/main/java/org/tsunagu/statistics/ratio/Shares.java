package org.tsunagu.statistics.ratio;

import org.hipparchus.distribution.continuous.BetaDistribution;
import org.tsunagu.statistics.result.Estimate;
import org.tsunagu.statistics.result.Estimate.Behind;
import org.tsunagu.statistics.result.Interval;
import org.tsunagu.statistics.result.IntervalMethod;
import org.tsunagu.statistics.result.Method;
import org.tsunagu.statistics.result.Warning;

/// Shares of persons and rates per person-year with their intervals (割合・率と信頼区間).
public final class Shares {

    private Shares() {}

    /// A share with Wilson's interval at 95 %; no estimate without persons.
    public static Estimate share(long part, long whole) {
        var behind = new Behind((double) whole, part);
        if (whole == 0) {
            return Estimate.none(Method.SHARE, behind, Warning.TOO_FEW_PERSONS);
        }
        var share = (double) part / whole;
        var error = Math.sqrt(share * (1 - share) / whole);
        return Estimate.of(Method.SHARE, share, error, wilson(part, whole, Quantiles.usualLevel()), behind);
    }

    /// Events per person-year with the limits of their count; no estimate without person-years.
    ///
    /// @param personYears average enrolment, months divided by twelve, not that of the last day of the year
    public static Estimate rate(long events, double personYears) {
        var behind = new Behind(personYears, events);
        if (personYears <= 0) {
            return Estimate.none(Method.RATE, behind, Warning.TOO_FEW_PERSONS);
        }
        var limits = PoissonLimits.BYAR.of(events, Quantiles.usualLevel()).times(1 / personYears);
        return Estimate.of(Method.RATE, events / personYears, Math.sqrt((double) events) / personYears, limits, behind);
    }

    /// Wilson's interval (Wilson法), the default.
    public static Interval wilson(long part, long whole, double level) {
        check(part, whole);
        var z = Quantiles.z(level);
        var square = z * z / whole;
        var share = (double) part / whole;
        var middle = (share + square / 2) / (1 + square);
        var half = z * Math.sqrt(share * (1 - share) / whole + square / (4 * whole)) / (1 + square);
        var low = part == 0 ? 0 : middle - half;
        return new Interval(low, part == whole ? 1 : middle + half, level, IntervalMethod.WILSON);
    }

    /// The exact interval (Clopper-Pearson法), which is never too narrow.
    public static Interval clopperPearson(long part, long whole, double level) {
        check(part, whole);
        var tail = Quantiles.tail(level);
        var rest = whole - part;
        var low = part == 0 ? 0 : new BetaDistribution((double) part, rest + 1.0).inverseCumulativeProbability(tail);
        var high =
                rest == 0 ? 1 : new BetaDistribution(part + 1.0, (double) rest).inverseCumulativeProbability(1 - tail);
        return new Interval(low, high, level, IntervalMethod.CLOPPER_PEARSON);
    }

    private static void check(long part, long whole) {
        if (whole < 1 || part < 0 || part > whole) {
            throw new IllegalArgumentException("%d of %d is no share".formatted(part, whole));
        }
    }
}
