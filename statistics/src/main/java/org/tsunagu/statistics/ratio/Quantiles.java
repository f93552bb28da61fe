package org.tsunagu.statistics.ratio;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.tsunagu.statistics.result.Defaults;

/// Quantiles of the normal distribution for a level (信頼係数): computed, never typed.
final class Quantiles {

    private static final NormalDistribution NORMAL = new NormalDistribution();

    private Quantiles() {}

    /// For example 1.959963984540054 for a level of 0.95.
    static double z(double level) {
        return NORMAL.inverseCumulativeProbability(1 - tail(level));
    }

    /// What lies outside on one side, for example 0.025 for a level of 0.95.
    static double tail(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level %s is not between 0 and 1".formatted(level));
        }
        return (1 - level) / 2;
    }

    static double usualLevel() {
        return Defaults.of("interval_level");
    }
}
