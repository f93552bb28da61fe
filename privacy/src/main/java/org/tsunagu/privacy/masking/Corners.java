package org.tsunagu.privacy.masking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;

/// The corners of what is possible for masked cells that depend on each other (シンプレックス法), one after the
/// other: each question begins at the corner where the last one ended, and the first at the true table,
/// so that no search for a possible table is needed.
final class Corners {

    private static final double TINY = 1e-11;
    private static final double SLIGHT = 1e-9;
    private static final int MOST_STEPS = 5000;
    private static final long SEED = 1;

    private final Map<Integer, Integer> places = new HashMap<>();

    /// A whole whose part and rest are both masked is the two of them, which saves its condition.
    private final Map<Integer, List<Integer>> split = new HashMap<>();

    private final double[][] table;
    private final int[] basic;
    private final boolean[] isBasic;
    private final double[] least;
    private final double[] most;
    private final double[] now;

    private Corners(Cells cells, Bounds bounds, List<Integer> members, List<Line> lines) {
        for (var line : lines) {
            if (line.isRest()) {
                split.put(line.total(), line.parts());
            }
        }
        for (var cell : members) {
            if (!split.containsKey(cell)) {
                places.put(cell, places.size());
            }
        }
        least = new double[places.size()];
        most = new double[places.size()];
        now = new double[places.size()];
        // Ends that differ slightly: many at the same spot would let the search go in circles.
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        places.forEach((cell, place) -> {
            least[place] = bounds.least(cell) - SLIGHT * random.nextDouble(1, 2);
            most[place] = bounds.most(cell) + SLIGHT * random.nextDouble(1, 2);
            now[place] = cells.value(cell);
        });
        isBasic = new boolean[places.size()];
        var rows = new ArrayList<double[]>();
        var chosen = new ArrayList<Integer>();
        for (var line : lines) {
            if (!line.isRest()) {
                eliminate(row(cells, line), rows, chosen);
            }
        }
        table = rows.toArray(double[][]::new);
        basic = chosen.stream().mapToInt(Integer::intValue).toArray();
        for (var place = 0; place < now.length; place++) {
            if (!isBasic[place] && isBetween(place)) {
                settle(place);
            }
        }
    }

    /// Empty for a table that came masked: nobody knows a possible one to begin with.
    static Optional<Corners> of(Cells cells, Bounds bounds, List<Integer> members, List<Line> lines) {
        return members.stream().allMatch(cells::isKnown)
                ? Optional.of(new Corners(cells, bounds, members, lines))
                : Optional.empty();
    }

    /// How a question ended (探索の結果).
    enum End {
        /// The best corner was reached.
        BEST,
        /// Nothing bounds it.
        OPEN,
        /// It took too many steps.
        UNSOLVED
    }

    /// Goes to the corner that lies furthest in a direction.
    End towards(Map<Integer, Integer> direction) {
        var gain = new double[now.length];
        direction.forEach(
                (cell, weight) -> split.getOrDefault(cell, List.of(cell)).forEach(one -> gain[place(one)] += weight));
        for (var row = 0; row < basic.length; row++) {
            take(gain, table[row], gain[basic[row]]);
        }
        for (var step = 0; step < MOST_STEPS; step++) {
            var place = entering(gain);
            if (place < 0) {
                return End.BEST;
            }
            var sign = gain[place] > 0 ? 1 : -1;
            var row = leaving(place, sign);
            var reach = reach(row, place, sign);
            if (reach == Bounds.OPEN) {
                return End.OPEN;
            }
            move(place, sign * reach);
            if (row >= 0) {
                pivot(row, place);
                take(gain, table[row], gain[place]);
            }
        }
        return End.UNSOLVED;
    }

    /// What a cell is at this corner.
    double value(int cell) {
        return split.getOrDefault(cell, List.of(cell)).stream()
                .mapToDouble(one -> now[place(one)])
                .sum();
    }

    private int place(int cell) {
        return places.getOrDefault(cell, -1);
    }

    private double[] row(Cells cells, Line line) {
        var row = new double[now.length];
        for (var cell : cells.hidden(line)) {
            for (var one : split.getOrDefault(cell, List.of(cell))) {
                row[place(one)] += line.sign(cell);
            }
        }
        return row;
    }

    /// Adds a condition; one that follows from the others is left out. Cells that can move both ways are
    /// solved for.
    private void eliminate(double[] row, List<double[]> rows, List<Integer> chosen) {
        for (var i = 0; i < rows.size(); i++) {
            take(row, rows.get(i), row[chosen.get(i)]);
        }
        var best = -1;
        for (var place = 0; place < row.length; place++) {
            if (Math.abs(row[place]) > TINY && (best < 0 || (isBetween(place) && !isBetween(best)))) {
                best = place;
            }
        }
        if (best >= 0) {
            divide(row, row[best]);
            for (var other : rows) {
                take(other, row, other[best]);
            }
            rows.add(row);
            chosen.add(best);
            isBasic[best] = true;
        }
    }

    private boolean isBetween(int place) {
        return now[place] > least[place] + 2 * SLIGHT + TINY && now[place] < most[place] - 2 * SLIGHT - TINY;
    }

    /// A cell that is solved for nowhere goes to one of its ends, or to where another reaches its own.
    private void settle(int place) {
        var row = leaving(place, -1);
        move(place, -reach(row, place, -1));
        if (row >= 0) {
            pivot(row, place);
        }
    }

    private int entering(double[] gain) {
        var best = -1;
        for (var place = 0; place < gain.length; place++) {
            var canGain = !isBasic[place]
                    && (gain[place] > TINY
                            ? now[place] < most[place] - TINY
                            : gain[place] < -TINY && now[place] > least[place] + TINY);
            if (canGain && (best < 0 || Math.abs(gain[place]) > Math.abs(gain[best]))) {
                best = place;
            }
        }
        return best;
    }

    /// The row whose cell reaches an end first; none when the moving cell does itself.
    private int leaving(int place, int sign) {
        var best = -1;
        var shortest = own(place, sign);
        for (var row = 0; row < basic.length; row++) {
            var room = room(row, place, sign);
            if (room < shortest - TINY) {
                best = row;
                shortest = room;
            }
        }
        return best;
    }

    private double reach(int row, int place, int sign) {
        return Math.max(0, row < 0 ? own(place, sign) : room(row, place, sign));
    }

    private double own(int place, int sign) {
        return sign > 0 ? most[place] - now[place] : now[place] - least[place];
    }

    private double room(int row, int place, int sign) {
        var change = -sign * table[row][place];
        var cell = basic[row];
        if (change > TINY) {
            return (most[cell] - now[cell]) / change;
        }
        return change < -TINY ? (now[cell] - least[cell]) / -change : Bounds.OPEN;
    }

    private void move(int place, double change) {
        now[place] += change;
        for (var row = 0; row < basic.length; row++) {
            now[basic[row]] -= table[row][place] * change;
        }
    }

    private void pivot(int row, int place) {
        divide(table[row], table[row][place]);
        for (var other = 0; other < table.length; other++) {
            if (other != row) {
                take(table[other], table[row], table[other][place]);
            }
        }
        isBasic[basic[row]] = false;
        isBasic[place] = true;
        basic[row] = place;
    }

    private static void divide(double[] row, double by) {
        for (var i = 0; i < row.length; i++) {
            row[i] /= by;
        }
    }

    private static void take(double[] from, double[] row, double times) {
        if (times != 0) {
            for (var i = 0; i < from.length; i++) {
                from[i] -= times * row[i];
            }
        }
    }
}
