package org.tsunagu.checkupformat.cda;

import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.ReferenceRange;

/// The reference ranges seen lately (既知の基準範囲): facilities repeat them in every document. Of fixed size, so that strange
/// documents cannot make it grow.
final class KnownRanges {

    private static final int SLOTS = 1 << 10;
    private static final int FACTOR = 31;

    private final @Nullable ReferenceRange[] ranges = new ReferenceRange[SLOTS];

    ReferenceRange of(String low, String lowUnit, String high, String highUnit) {
        var slot = ((low.hashCode() * FACTOR + high.hashCode()) * FACTOR + highUnit.hashCode()) & (SLOTS - 1);
        var known = ranges[slot];
        if (known != null
                && known.low().equals(low)
                && known.high().equals(high)
                && known.lowUnit().equals(lowUnit)
                && known.highUnit().equals(highUnit)) {
            return known;
        }
        var range = new ReferenceRange(low, lowUnit, high, highUnit);
        ranges[slot] = range;
        return range;
    }
}
