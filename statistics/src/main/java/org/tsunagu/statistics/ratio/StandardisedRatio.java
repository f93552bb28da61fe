package org.tsunagu.statistics.ratio;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tsunagu.statistics.result.Estimate;
import org.tsunagu.statistics.result.Estimate.Behind;
import org.tsunagu.statistics.result.Interval;
import org.tsunagu.statistics.result.IntervalMethod;
import org.tsunagu.statistics.result.Method;
import org.tsunagu.statistics.result.Warning;

/// Whether more people have a finding than a population of the same ages has at the rates of the reference
/// (標準化該当比・間接法): 100 × observed / expected. The reference is taken as fixed.
public record StandardisedRatio(Chance chance, double level) {

    private static final double REFERENCE = 100;

    /// Poisson limits at 95 %, as Japanese offices print them.
    public static StandardisedRatio usual() {
        return new StandardisedRatio(Chance.POISSON, Quantiles.usualLevel());
    }

    /// The ratio with its interval; no estimate when nothing is expected.
    public Estimate of(long observed, List<Exposure> strata) {
        return scaled(Method.INDIRECT, observed, strata, REFERENCE).with(Warning.COMPARE_WITH_REFERENCE_ONLY);
    }

    /// The indirectly standardised rate (間接法による年齢調整率): the ratio times the crude rate of the reference.
    public Estimate rate(long observed, List<Exposure> strata, double crudeReferenceRate) {
        return scaled(Method.INDIRECT_RATE, observed, strata, crudeReferenceRate);
    }

    /// What the ratio may be when masked cells leave the observed number open: bounds, never a point.
    public Estimate between(long least, long most, List<Exposure> strata) {
        var expected = expected(strata);
        var behind = new Behind(persons(strata), least);
        if (!(expected > 0)) {
            return Estimate.none(Method.INDIRECT, behind, Warning.NOTHING_EXPECTED);
        }
        var bounds = new Interval((double) least, (double) most, 1, IntervalMethod.BOUNDS).times(REFERENCE / expected);
        return new Estimate(
                Method.INDIRECT,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.of(bounds),
                behind.persons(),
                least,
                List.of(Warning.BOUNDS_ONLY, Warning.COMPARE_WITH_REFERENCE_ONLY),
                List.of());
    }

    /// How many would have the finding at the rates of the reference (期待数).
    public static double expected(List<Exposure> strata) {
        return strata.stream().mapToDouble(Exposure::expected).sum();
    }

    private Estimate scaled(Method method, long observed, List<Exposure> strata, double unit) {
        var expected = expected(strata);
        var behind = new Behind(persons(strata), observed);
        if (!(expected > 0)) {
            return Estimate.none(method, behind, Warning.NOTHING_EXPECTED);
        }
        var factor = unit / expected;
        var error = Math.sqrt(chance == Chance.POISSON ? observed : binomialVariance(strata));
        var limits = chance == Chance.POISSON ? PoissonLimits.BYAR.of(observed, level) : binomial(observed, error);
        return Estimate.of(method, observed * factor, error * factor, limits.times(factor), behind);
    }

    private Interval binomial(long observed, double error) {
        var half = Quantiles.z(level) * error;
        return new Interval(Math.max(0, observed - half), observed + half, level, IntervalMethod.BINOMIAL);
    }

    private static double binomialVariance(List<Exposure> strata) {
        return strata.stream()
                .mapToDouble(stratum -> stratum.expected() * (1 - stratum.referenceRate()))
                .sum();
    }

    private static double persons(List<Exposure> strata) {
        return strata.stream().mapToDouble(Exposure::persons).sum();
    }

    /// How chance is counted (偶然の見積り).
    public enum Chance {
        /// Rare findings and events, and the practice of Japanese offices.
        POISSON,
        /// Common findings: standard error √Σ n R (1 − R), which is narrower.
        BINOMIAL
    }

    /// Persons of one stratum and the rate of the reference in it (層の人数と基準の率).
    ///
    /// @param persons persons or person-years
    /// @param referenceRate events per person in the reference
    public record Exposure(double persons, double referenceRate) {

        double expected() {
            return persons * referenceRate;
        }
    }
}
