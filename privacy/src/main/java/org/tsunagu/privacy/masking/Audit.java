package org.tsunagu.privacy.masking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// What a reader can work out from all that is shown (監査): the smallest and largest value of every masked
/// cell.
///
/// First the cheap test, one sum after the other, whose ranges are never too narrow. What passes it is
/// moved around [Rings], which is exact where only parts are masked. What is left goes to linear
/// programming: every corner that is found shows of all cells how far apart they can be, so few need
/// programs of their own. Whole numbers are asked for only where the range is between once and twice the
/// protection.
final class Audit {

    private static final double ROUNDING = 1e-5;
    private static final int MOST_DIRECTIONS = 12;
    private static final int MOST_CORNERS = 10;
    private static final int HEAVY = 30;
    private static final long SEED = 1;

    private final MaskingPolicy policy;
    private final double protection;
    private final double[] seenLeast;
    private final double[] seenMost;
    private final boolean[] isProven;
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    /// @param protection how far a masked cell must stay open
    Audit(Cells cells, MaskingPolicy policy, double protection) {
        this.policy = policy;
        this.protection = protection;
        this.seenLeast = new double[cells.count()];
        this.seenMost = new double[cells.count()];
        this.isProven = new boolean[cells.count()];
        for (var cell = 0; cell < cells.count(); cell++) {
            // What is true is possible.
            seenLeast[cell] = cells.isKnown(cell) ? cells.value(cell) : Bounds.OPEN;
            seenMost[cell] = cells.isKnown(cell) ? cells.value(cell) : -Bounds.OPEN;
        }
    }

    /// The protected cells that can be worked out too closely. What is possible stays possible when more
    /// is masked, so one audit serves all rounds.
    List<Integer> unsafe(Cells cells) {
        var bounds = new Bounds(cells, policy);
        var exposed = cells.protectedCells()
                .filter(cell -> bounds.width(cell) < protection)
                .boxed()
                .toList();
        if (!exposed.isEmpty()) {
            return exposed;
        }
        var rings = new Rings(cells, bounds, this);
        rings.explore(Math.round(protection));
        var unsafe = new ArrayList<Integer>();
        for (var component : Component.of(cells, bounds)) {
            if (rings.decide(component.members())) {
                component.members().stream()
                        .filter(cell -> cells.isProtected(cell) && isOpen(cell))
                        .forEach(unsafe::add);
                continue;
            }
            if (component.members().stream().anyMatch(cell -> cells.isProtected(cell) && isOpen(cell))) {
                explore(component, cells, rings);
            }
            for (var cell : component.members()) {
                if (cells.isProtected(cell)
                        && isOpen(cell)
                        && (rings.isTooClose(cell, Math.round(protection)) || !isWideEnough(component, cell, rings))) {
                    unsafe.add(cell);
                }
            }
        }
        return unsafe;
    }

    /// The exact ranges of cells.
    List<Range> ranges(Cells cells, List<Integer> wanted) {
        var ranges = new ArrayList<Range>();
        var bounds = new Bounds(cells, policy);
        var rings = new Rings(cells, bounds, this);
        for (var component : Component.of(cells, bounds)) {
            for (var cell :
                    component.members().stream().filter(wanted::contains).toList()) {
                var least = extreme(component, cell, -1, rings);
                var most = extreme(component, cell, 1, rings);
                var high = most < Bounds.OPEN ? (long) Math.floor(most + ROUNDING) : Long.MAX_VALUE;
                ranges.add(cells.range(cell, (long) Math.ceil(least - ROUNDING), high));
            }
        }
        return ranges;
    }

    /// How far a cell is known to be open, at least.
    double openness(int cell) {
        return Math.max(isProven[cell] ? protection : 0, seenMost[cell] - seenLeast[cell]);
    }

    /// Whether it is not yet known to be open far enough.
    boolean isOpen(int cell) {
        return openness(cell) < protection;
    }

    /// Corners in a few directions at once, as long as they help.
    private void explore(Component component, Cells cells, Rings rings) {
        var before = Integer.MAX_VALUE;
        for (var i = 0; i < MOST_DIRECTIONS; i++) {
            var open = component.members().stream()
                    .filter(cell -> cells.isProtected(cell) && isOpen(cell))
                    .toList();
            if (open.size() < 2 || (i > 2 && open.size() == before)) {
                return;
            }
            before = open.size();
            var direction = new HashMap<Integer, Integer>();
            for (var cell : open) {
                direction.put(cell, random.nextBoolean() ? 1 : -1);
            }
            look(component, direction, rings);
            direction.replaceAll((cell, weight) -> -weight);
            look(component, direction, rings);
        }
    }

    private boolean isWideEnough(Component component, int cell, Rings rings) {
        var most = extreme(component, cell, 1, rings);
        if (most == Bounds.OPEN) {
            see(cell, Math.min(seenLeast[cell], 0), Bounds.OPEN);
            return true;
        }
        if (!isOpen(cell)) {
            return true;
        }
        var width = most - extreme(component, cell, -1, rings);
        if (Double.isNaN(width) || width < protection - ROUNDING) {
            return false;
        }
        if (width >= 2 * protection || isOpenInWholeNumbers(component, cell, rings)) {
            isProven[cell] = true;
            return true;
        }
        return false;
    }

    /// In whole numbers too: by tables found on the way, by other corners of the same height, by integer
    /// programming. What is too large for that is taken for too close, which masks more.
    private boolean isOpenInWholeNumbers(Component component, int cell, Rings rings) {
        rings.openFromTables(cell, Math.round(protection));
        for (var i = 0; i < MOST_CORNERS && isOpen(cell); i++) {
            var direction = new HashMap<Integer, Integer>();
            component.members().forEach(other -> direction.put(other, random.nextInt(-1, 2)));
            direction.put(cell, i % 2 == 0 ? HEAVY : -HEAVY);
            look(component, direction, rings);
        }
        return !isOpen(cell) || (component.isSmall() && wholeWidth(component, cell) >= protection - ROUNDING);
    }

    private double wholeWidth(Component component, int cell) {
        return extreme(component.towardsWhole(Map.of(cell, 1)), component, cell, 1)
                - extreme(component.towardsWhole(Map.of(cell, -1)), component, cell, -1);
    }

    /// The largest value for a sign of 1, the smallest for −1; open when nothing bounds it, no number when it was not
    /// solved.
    private double extreme(Component component, int cell, int sign, Rings rings) {
        return extreme(look(component, Map.of(cell, sign), rings), component, cell, sign);
    }

    private static double extreme(Component.Corner corner, Component component, int cell, int sign) {
        if (corner.isBest()) {
            return corner.values().get(component.members().indexOf(cell));
        }
        if (corner.isOpen() && sign > 0) {
            return Bounds.OPEN;
        }
        // Not solved: no width can be told, which masks more.
        return Double.NaN;
    }

    private Component.Corner look(Component component, Map<Integer, Integer> direction, Rings rings) {
        var corner = component.towards(direction);
        if (corner.isBest() && component.isTable(corner)) {
            var values = new HashMap<Integer, Long>();
            for (var i = 0; i < component.members().size(); i++) {
                var value = Math.rint(corner.values().get(i));
                see(component.members().get(i), value, value);
                values.put(component.members().get(i), Math.round(value));
            }
            rings.remember(values);
        }
        return corner;
    }

    /// What was found to be possible.
    void see(int cell, double least, double most) {
        seenLeast[cell] = Math.min(seenLeast[cell], least);
        seenMost[cell] = Math.max(seenMost[cell], most);
    }
}
