package org.tsunagu.charts;

import java.util.List;

/// One region of a map (地域): a tile or an outline, its value in words, and its class.
///
/// @param name as the map writes it
/// @param shown the value as it is written, or why there is none
/// @param cells further cells of the row of the table
public record Region(String name, String shown, MapClass level, List<String> cells, Place place) {

    /// Where it lies on the map (位置).
    public sealed interface Place {}

    /// A square of a tile grid (タイル).
    ///
    /// @param column from 0, from the left
    /// @param row from 0, from above
    public record Tile(int column, int row) implements Place {}

    /// Rings of longitude and latitude in turn (境界線), holes as well.
    public record Outline(List<double[]> rings) implements Place {

        /// Copies the list.
        public Outline {
            rings = List.copyOf(rings);
        }
    }
}
