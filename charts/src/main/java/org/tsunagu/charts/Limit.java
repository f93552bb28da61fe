package org.tsunagu.charts;

import java.util.List;

/// One of the limits of a [FunnelPlot] (管理限界): a line over sizes.
///
/// @param isOuter the wider one
/// @param points in the order of their sizes
public record Limit(boolean isOuter, List<Point> points) {

    /// Copies the points.
    public Limit {
        points = List.copyOf(points);
    }

    /// The height of a limit at a size (曲線の点).
    public record Point(double size, double value) {}
}
