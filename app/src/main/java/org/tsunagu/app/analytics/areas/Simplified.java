package org.tsunagu.app.analytics.areas;

import java.util.ArrayList;
import java.util.List;

/// Outlines as fine as a page can show them (境界線の間引き): points that fall on one spot are kept once, so
/// that a map of a thousand municipalities is no larger than a picture.
final class Simplified {

    private static final double SPOTS = 4000;
    private static final int FEWEST = 3;

    private Simplified() {}

    static List<Area> of(List<Area> areas) {
        var low = new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        var high = new double[] {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (var area : areas) {
            for (var ring : area.rings()) {
                for (var i = 0; i < ring.length; i++) {
                    low[i % 2] = Math.min(low[i % 2], ring[i]);
                    high[i % 2] = Math.max(high[i % 2], ring[i]);
                }
            }
        }
        var spot = Math.max(Math.max(high[0] - low[0], high[1] - low[1]) / SPOTS, Double.MIN_NORMAL);
        return areas.stream()
                .map(area -> new Area(area.code(), area.name(), rings(area, spot)))
                .toList();
    }

    /// Small islands go; an area keeps at least its largest ring.
    private static List<double[]> rings(Area area, double spot) {
        var rings = area.rings().stream()
                .map(ring -> ring(ring, spot))
                .filter(ring -> ring.length >= 2 * FEWEST)
                .toList();
        return rings.isEmpty()
                ? area.rings().stream().max((a, b) -> Integer.compare(a.length, b.length)).stream()
                        .toList()
                : rings;
    }

    private static double[] ring(double[] ring, double spot) {
        var kept = new ArrayList<Double>();
        var lastX = Long.MIN_VALUE;
        var lastY = Long.MIN_VALUE;
        for (var i = 0; i + 1 < ring.length; i += 2) {
            var x = Math.round(ring[i] / spot);
            var y = Math.round(ring[i + 1] / spot);
            if (x != lastX || y != lastY) {
                kept.add(ring[i]);
                kept.add(ring[i + 1]);
            }
            lastX = x;
            lastY = y;
        }
        return kept.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
