package org.tsunagu.charts;

import java.math.BigDecimal;

/// One place of a [FunnelPlot] (地点): how large it is, its value, and where it stands.
///
/// @param size persons, or the number expected
/// @param standing the same in words, for the table
public record Dot(String name, BigDecimal size, BigDecimal value, Standing standing, String words) {

    /// On which side of the limits it lies (管理限界との位置).
    public enum Standing {
        /// Chance alone may explain it.
        INSIDE,
        /// Beyond the inner limit.
        OUTSIDE,
        /// Beyond the outer limit.
        FAR_OUTSIDE
    }
}
