package org.tsunagu.rules.rates;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;

/// The reduction against the base year on a fixed population (メタボリックシンドローム該当者・予備群の減少率、特定保健指導対象者の減少率):
/// 1 − estimate of the year ÷ estimate of the base year.
public final class Reduction {

    private Reduction() {}

    /// The estimate of a year: rate among the examined × people of the fixed population, summed over its strata
    /// (sex and five years of age).
    ///
    /// @param counted people counted by stratum
    /// @param population people of the fixed population by stratum
    /// @return empty when nobody was examined in a stratum that the population has
    public static <S> Optional<BigDecimal> estimate(Map<S, Tally> counted, Map<S, Long> population) {
        var sum = BigDecimal.ZERO;
        for (var stratum : population.entrySet()) {
            var tally = counted.get(stratum.getKey());
            if (tally == null || tally.denominator() == 0) {
                return Optional.empty();
            }
            sum = sum.add(BigDecimal.valueOf(tally.numerator())
                    .multiply(BigDecimal.valueOf(stratum.getValue()))
                    .divide(BigDecimal.valueOf(tally.denominator()), MathContext.DECIMAL128));
        }
        return Optional.of(sum);
    }

    /// The reduction in percent, negative when there are more; empty for a base of 0.
    public static Optional<BigDecimal> percent(BigDecimal estimate, BigDecimal base, Rounding rounding) {
        return rounding.percent(base.subtract(estimate), base);
    }
}
