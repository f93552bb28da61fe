package org.tsunagu.statistics.ratio;

import java.util.List;
import java.util.stream.IntStream;

/// A band of ages in full years (年齢階級), both ends included.
///
/// @param from lowest age
/// @param to highest age; [#OPEN] for "and over"
public record AgeBand(int from, int to) {

    /// No upper end (以上).
    public static final int OPEN = Integer.MAX_VALUE;

    private static final int YEARS = 5;
    private static final int CHECKUP_FROM = 40;
    private static final int CHECKUP_BANDS = 7;

    /// Refuses a band that ends before it begins.
    public AgeBand {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("age band %d to %d".formatted(from, to));
        }
    }

    /// The seven bands 40–44 … 70–74 of the specific health checkup (特定健診の年齢階級).
    public static List<AgeBand> ofCheckups() {
        return IntStream.range(0, CHECKUP_BANDS)
                .map(band -> CHECKUP_FROM + band * YEARS)
                .mapToObj(from -> new AgeBand(from, from + YEARS - 1))
                .toList();
    }

    boolean contains(AgeBand other) {
        return from <= other.from && other.to <= to;
    }

    boolean overlaps(AgeBand other) {
        return from <= other.to && other.from <= to;
    }
}
