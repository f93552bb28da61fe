package org.tsunagu.privacy.masking;

import java.util.Arrays;

/// What a reader finds by looking at one sum after the other (区間の伝播): cheap, and never narrower than the
/// truth.
final class Bounds {

    static final double OPEN = Double.POSITIVE_INFINITY;

    private static final int MOST_ROUNDS = 100;

    private final Cells cells;
    private final double[] least;
    private final double[] most;

    Bounds(Cells cells, MaskingPolicy policy) {
        this.cells = cells;
        this.least = new double[cells.count()];
        this.most = new double[cells.count()];
        Arrays.fill(most, OPEN);
        for (var cell = 0; cell < cells.count(); cell++) {
            if (!cells.isHidden(cell)) {
                least[cell] = cells.value(cell);
                most[cell] = cells.value(cell);
            } else if (policy.showsZero() && cells.value(cell) != 0 && zeroWouldBeShown(cell, policy)) {
                least[cell] = 1;
            }
        }
        for (var round = 0; round < MOST_ROUNDS && narrow(); round++) {
            // Until nothing becomes narrower.
        }
    }

    double least(int cell) {
        return least[cell];
    }

    double most(int cell) {
        return most[cell];
    }

    double width(int cell) {
        return most[cell] - least[cell];
    }

    /// A reader of a policy that shows zeros knows that a masked cell is none, unless its group is small.
    private boolean zeroWouldBeShown(int cell, MaskingPolicy policy) {
        if (cells.isRest(cell)) {
            return false;
        }
        var whole = cells.whole(cell);
        return !cells.isPart(cell)
                || whole == cell
                || (!cells.isHidden(whole) && cells.value(whole) >= Primary.SMALL_GROUP * policy.minimum());
    }

    private boolean narrow() {
        var isNarrower = false;
        for (var line : cells.lines()) {
            isNarrower |= narrow(line);
        }
        return isNarrower;
    }

    private boolean narrow(Line line) {
        var low = 0.0;
        var high = 0.0;
        var openLow = 0;
        var openHigh = 0;
        for (var cell : line.cells()) {
            var lowest = line.sign(cell) > 0 ? least[cell] : -most[cell];
            var highest = line.sign(cell) > 0 ? most[cell] : -least[cell];
            openLow += Double.isInfinite(lowest) ? 1 : 0;
            openHigh += Double.isInfinite(highest) ? 1 : 0;
            low += Double.isInfinite(lowest) ? 0 : lowest;
            high += Double.isInfinite(highest) ? 0 : highest;
        }
        var isNarrower = false;
        for (var cell : line.cells()) {
            if (cells.isHidden(cell)) {
                isNarrower |= narrow(line, cell, new Sums(low, openLow, high, openHigh));
            }
        }
        return isNarrower;
    }

    /// All cells add up to 0: this one is the negative of the others.
    private boolean narrow(Line line, int cell, Sums sums) {
        var isPart = line.sign(cell) > 0;
        var lowest = isPart ? least[cell] : -most[cell];
        var highest = isPart ? most[cell] : -least[cell];
        var othersLow = sums.openLow - (Double.isInfinite(lowest) ? 1 : 0) > 0
                ? -OPEN
                : sums.low - (Double.isInfinite(lowest) ? 0 : lowest);
        var othersHigh = sums.openHigh - (Double.isInfinite(highest) ? 1 : 0) > 0
                ? OPEN
                : sums.high - (Double.isInfinite(highest) ? 0 : highest);
        var newLeast = Math.max(least[cell], isPart ? -othersHigh : othersLow);
        var newMost = Math.min(most[cell], isPart ? -othersLow : othersHigh);
        var isNarrower = newLeast > least[cell] || newMost < most[cell];
        least[cell] = newLeast;
        most[cell] = newMost;
        return isNarrower;
    }

    private record Sums(double low, int openLow, double high, int openHigh) {}
}
