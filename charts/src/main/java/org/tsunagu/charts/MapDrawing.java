package org.tsunagu.charts;

import java.util.List;

/// Draws a [RegionMap] (地図の作図).
final class MapDrawing {

    private static final double WIDTH = 640;
    private static final double TOP = 84;
    private static final double GAP = 8;
    private static final double LINE = 16;
    private static final double SIZE = 12;
    private static final double TILE = 44;
    private static final double LARGEST = 520;
    private static final double NAME = 18;
    private static final double VALUE = 34;
    private static final int CLASSES_IN_LINE = 3;

    private final RegionMap map;

    MapDrawing(RegionMap map) {
        this.map = map;
    }

    String draw(String id, String sentence) {
        var ground = ground();
        var picture = new Picture(id, map.title(), sentence, WIDTH, TOP + ground.height() + GAP).define(Fill.CLASSES);
        picture.text(Figures.fit(map.title(), WIDTH / SIZE - 2), GAP, LINE, Anchor.START, Ink.TEXT);
        legend(picture);
        for (var region : map.regions()) {
            picture.group(region.name() + " " + region.shown(), () -> {
                switch (region.place()) {
                    case Region.Tile tile -> tile(region, tile, picture);
                    case Region.Outline outline -> outline(region, outline, ground, picture);
                }
            });
        }
        return picture.whole();
    }

    private void legend(Picture picture) {
        var room = (WIDTH - 2 * GAP) / CLASSES_IN_LINE;
        for (var i = 0; i < map.legend().size(); i++) {
            var line = i / CLASSES_IN_LINE;
            var x = GAP + i % CLASSES_IN_LINE * room;
            var y = 2 * LINE + line * (LINE + GAP / 2) - SIZE + 2;
            picture.bar(new Box(x, y, LINE, SIZE), Fill.CLASSES.get(i));
            var words = Figures.fit(map.legend().get(i), (room - LINE - 2 * GAP) / SIZE);
            picture.text(words, x + LINE + GAP / 2, y + SIZE - 2, Anchor.START, Ink.SMALL);
        }
    }

    private static void tile(Region region, Region.Tile tile, Picture picture) {
        var box = new Box(GAP + tile.column() * TILE, TOP + tile.row() * TILE, TILE - 2, TILE - 2);
        picture.bar(box, region.level().fill());
        var middle = box.x() + box.width() / 2;
        picture.textOnArea(Figures.fit(region.name(), TILE / SIZE), middle, box.y() + NAME, Anchor.MIDDLE, Ink.VALUE);
        picture.textOnArea(Figures.fit(region.shown(), TILE / SIZE), middle, box.y() + VALUE, Anchor.MIDDLE, Ink.VALUE);
    }

    private static void outline(Region region, Region.Outline outline, Ground ground, Picture picture) {
        var path = new StringBuilder();
        for (var ring : outline.rings()) {
            ground.ring(ring, path);
        }
        if (!path.isEmpty()) {
            picture.shape(path.toString().strip(), region.level().fill());
        }
    }

    /// The ground on which everything lies, in the unit of the picture.
    private Ground ground() {
        var places = map.regions().stream().map(Region::place).toList();
        var rows = places.stream()
                .filter(Region.Tile.class::isInstance)
                .mapToInt(place -> ((Region.Tile) place).row() + 1)
                .max()
                .orElse(0);
        var rings = places.stream()
                .filter(Region.Outline.class::isInstance)
                .flatMap(place -> ((Region.Outline) place).rings().stream())
                .toList();
        return rings.isEmpty() ? new Ground(0, 0, 1, 1, rows * TILE) : Ground.around(rings);
    }

    /// Longitudes and latitudes on paper: a degree of longitude is shorter than one of latitude.
    ///
    /// @param west lowest longitude, `north` highest latitude
    /// @param across units a degree of longitude, `down` units a degree of latitude
    private record Ground(double west, double north, double across, double down, double height) {

        static Ground around(List<double[]> rings) {
            var box = new double[] {
                Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
            };
            for (var ring : rings) {
                for (var i = 0; i < ring.length; i++) {
                    box[i % 2] = Math.min(box[i % 2], ring[i]);
                    box[i % 2 + 2] = Math.max(box[i % 2 + 2], ring[i]);
                }
            }
            var shorter = Math.cos(Math.toRadians((box[1] + box[3]) / 2));
            var wide = Math.max((box[2] - box[0]) * shorter, Double.MIN_NORMAL);
            var high = Math.max(box[3] - box[1], Double.MIN_NORMAL);
            var unit = Math.min((WIDTH - 2 * GAP) / wide, LARGEST / high);
            return new Ground(box[0], box[3], unit * shorter, unit, high * unit);
        }

        /// Points that fall on the same spot are drawn once; what is no area any more is left out.
        void ring(double[] ring, StringBuilder path) {
            var points = new StringBuilder();
            var last = "";
            var count = 0;
            for (var i = 0; i + 1 < ring.length; i += 2) {
                var point = Figures.at(GAP + (ring[i] - west) * across) + ","
                        + Figures.at(TOP + (north - ring[i + 1]) * down);
                if (!point.equals(last)) {
                    points.append(count == 0 ? " M" : " L").append(point);
                    last = point;
                    count++;
                }
            }
            if (count > 2) {
                path.append(points).append(" z");
            }
        }
    }
}
