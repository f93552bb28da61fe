package org.tsunagu.statistics.ratio;

import java.util.stream.Stream;
import org.tsunagu.statistics.result.Estimate;
import org.tsunagu.statistics.result.Estimate.Behind;
import org.tsunagu.statistics.result.Interval;
import org.tsunagu.statistics.result.IntervalMethod;
import org.tsunagu.statistics.result.Method;
import org.tsunagu.statistics.result.Warning;

/// How many times higher one age-adjusted rate is than another (年齢調整率の比), with the same standard.
public final class RateRatio {

    private RateRatio() {}

    /// The ratio with its interval at 95 % on the logarithmic scale; no estimate when one of the rates has
    /// none.
    public static Estimate of(Estimate rate, Estimate against) {
        var behind = new Behind(rate.persons() + against.persons(), rate.events() + against.events());
        if (rate.standardError().isEmpty() || against.standardError().isEmpty()) {
            var none = Estimate.none(Method.RATIO_OF_RATES, behind, Warning.FEW_EVENTS);
            for (var warning : Stream.concat(rate.warnings().stream(), against.warnings().stream())
                    .toList()) {
                none = none.with(warning);
            }
            return none;
        }
        var ratio = rate.value().orElseThrow() / against.value().orElseThrow();
        var error = Math.hypot(relativeError(rate), relativeError(against));
        var level = Quantiles.usualLevel();
        var factor = Math.exp(Quantiles.z(level) * error);
        var interval = new Interval(ratio / factor, ratio * factor, level, IntervalMethod.LOG_NORMAL);
        return Estimate.of(Method.RATIO_OF_RATES, ratio, ratio * error, interval, behind);
    }

    private static double relativeError(Estimate rate) {
        return rate.standardError().orElseThrow() / rate.value().orElseThrow();
    }
}
