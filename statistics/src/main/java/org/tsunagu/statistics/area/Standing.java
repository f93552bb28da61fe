package org.tsunagu.statistics.area;

import org.tsunagu.statistics.result.Defaults;

/// Where a place stands in a funnel plot (ファネルプロットの判定): inside, or outside the inner or the outer limits.
public enum Standing {
    /// Below the outer limit (one-sided 0.001).
    FAR_LOW,
    /// Below the inner limit (one-sided 0.025).
    LOW,
    /// Chance alone may explain it, which does not mean that it is the same.
    NOT_SIGNIFICANT,
    /// Above the inner limit.
    HIGH,
    /// Above the outer limit.
    FAR_HIGH;

    /// By the one-sided probabilities of a number as low, and as high, as the one observed.
    static Standing of(double asLow, double asHigh) {
        var inner = Defaults.of("funnel_inner");
        var outer = Defaults.of("funnel_outer");
        if (asLow < asHigh) {
            return asLow < outer ? FAR_LOW : asLow < inner ? LOW : NOT_SIGNIFICANT;
        }
        return asHigh < outer ? FAR_HIGH : asHigh < inner ? HIGH : NOT_SIGNIFICANT;
    }
}
