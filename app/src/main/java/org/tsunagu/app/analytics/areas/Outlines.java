package org.tsunagu.app.analytics.areas;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.charts.Region;

/// The map that an insurer has loaded (読み込んだ地図): outlines by code, and which areas of the register lie in
/// each.
///
/// @param title name of the file and its day; empty without a map
/// @param names and `rings` by code
/// @param codes by area of the register
public record Outlines(
        String title, Map<String, String> names, Map<String, List<double[]>> rings, Map<String, String> codes) {

    /// No map was loaded.
    public static Outlines none() {
        return new Outlines("", Map.of(), Map.of(), Map.of());
    }

    /// Whether there is no outline at all.
    public boolean isEmpty() {
        return rings.isEmpty();
    }

    /// The code of the outline in which an area of the register lies; without one the area itself.
    public String areaOf(String area) {
        return codes.getOrDefault(area, area);
    }

    /// What the map calls it.
    public Optional<String> nameOf(String code) {
        return Optional.ofNullable(names.get(code));
    }

    /// Its outline; empty for one that the map does not have.
    public Optional<Region.Place> of(String code) {
        return Optional.ofNullable(rings.get(code)).map(Region.Outline::new);
    }

    /// Areas that have no outline, to be named: they are in the table only.
    public Optional<String> missing(Collection<String> areas) {
        var without = areas.stream()
                .filter(area -> !isEmpty() && !rings.containsKey(area))
                .sorted()
                .toList();
        return without.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", without));
    }
}
