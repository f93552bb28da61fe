package org.tsunagu.app.analytics.areas;

import java.util.List;

/// An area of a map (地図の区域).
///
/// @param rings longitudes and latitudes in turn
public record Area(String code, String name, List<double[]> rings) {

    /// Copies the list.
    public Area {
        rings = List.copyOf(rings);
    }

    int points() {
        return rings.stream().mapToInt(ring -> ring.length / 2).sum();
    }
}
