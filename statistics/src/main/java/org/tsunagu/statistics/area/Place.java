package org.tsunagu.statistics.area;

import java.util.List;
import org.tsunagu.statistics.result.Estimate;

/// An area or an employer with its observed and expected number (地域・事業所).
///
/// @param id its code; names of areas are not unique
/// @param observed persons with the finding
/// @param expected how many it would have at the rates of the reference; above 0
/// @param groups groups it belongs to, the narrowest first, for example prefecture, nation
public record Place(String id, long observed, double expected, List<String> groups) {

    /// Refuses a place where nothing is expected.
    public Place {
        if (observed < 0 || !(expected > 0)) {
            throw new IllegalArgumentException("place %s: %d of %s expected".formatted(id, observed, expected));
        }
    }

    /// Observed by expected, 1 = as the reference.
    public double ratio() {
        return observed / expected;
    }

    /// A place with its result (地域の結果).
    public record Result(Place place, Estimate estimate, double probabilityAboveReference) {}
}
