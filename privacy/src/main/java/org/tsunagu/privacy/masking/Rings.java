package org.tsunagu.privacy.masking;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Persons moved around rings of masked cells (環状の移動): one more here, one fewer there, until every sum
/// that is shown is right again. Every such table is possible, so a cell that moves far enough is safe
/// without a linear program.
///
/// A table is a network: its sums are the knots, its cells the pipes between them, and what a cell can
/// gain is the largest flow back from one end to the other. That is exact, and in whole numbers, where
/// only one kind of number is masked; where parts, wholes and what is left of them are masked together it
/// proves what is safe, and linear programming decides the rest.
final class Rings {

    private static final int GROUND = 0;
    private static final long WIDE = Long.MAX_VALUE / 4;
    private static final long HUGE = 1024;
    private static final int MOST_TABLES = 40;

    private final Cells cells;
    private final Bounds bounds;
    private final Audit audit;
    private final Knots knots;
    private final List<Move> moves;

    /// A table that is possible: the true one, and what was made of it.
    private final long[] now;

    private final long[] gained;
    private final List<long[]> tables = new ArrayList<>();

    Rings(Cells cells, Bounds bounds, Audit audit) {
        this.cells = cells;
        this.bounds = bounds;
        this.audit = audit;
        this.knots = Knots.of(cells);
        this.moves = moves(cells);
        this.now = new long[cells.count()];
        this.gained = new long[cells.size()];
        for (var cell = 0; cell < now.length; cell++) {
            now[cell] = cells.value(cell);
        }
    }

    /// Which numbers of a cell change together: each by one, or the second by one the other way round.
    ///
    /// @param second layer of the other number; the first again where only one changes
    private record Move(int first, int second, int sign) {

        boolean concerns(int layer) {
            return layer == first || layer == second;
        }
    }

    private static List<Move> moves(Cells cells) {
        if (cells.hasRests()) {
            return List.of(new Move(0, 2, -1), new Move(0, 1, 1), new Move(1, 2, 1));
        }
        var alone = new Move(0, 0, 1);
        return cells.count() > cells.size() ? List.of(alone, new Move(1, 1, 1)) : List.of(alone);
    }

    /// Moves persons through every protected cell that is not known to be open enough. Where wholes are
    /// masked too, it does so again after giving every cell the room that what is left of its whole can
    /// get.
    void explore(long wanted) {
        moves.forEach(move -> open(move, wanted));
        if (cells.hasRests()) {
            var wider = moves.getLast();
            for (var place = 0; place < cells.size(); place++) {
                if (canMove(place, wider) && now[place + wider.second * cells.size()] < wanted) {
                    push(place, 1, wider, wanted);
                    keep(wider);
                }
            }
            moves.forEach(move -> open(move, wanted));
        }
    }

    /// Another table that is possible, from which cells may move elsewhere.
    ///
    /// @param values of some cells; all others are as they are truly
    void remember(Map<Integer, Long> values) {
        if (tables.size() < MOST_TABLES) {
            var table = new long[now.length];
            for (var cell = 0; cell < table.length; cell++) {
                table[cell] = values.getOrDefault(cell, cells.value(cell));
            }
            tables.add(table);
        }
    }

    /// Moves one cell, beginning at every table that is remembered.
    void openFromTables(int cell, long wanted) {
        for (var table : tables) {
            System.arraycopy(table, 0, now, 0, now.length);
            for (var move : moves) {
                if (audit.isOpen(cell) && move.concerns(cell / cells.size()) && canMove(cell % cells.size(), move)) {
                    push(cell % cells.size(), 1, move, wanted);
                    push(cell % cells.size(), -1, move, wanted);
                }
            }
        }
    }

    private void open(Move move, long wanted) {
        cells.protectedCells()
                .filter(cell -> move.concerns(cell / cells.size()) && audit.isOpen(cell))
                .filter(cell -> canMove(cell % cells.size(), move))
                .forEach(cell -> {
                    push(cell % cells.size(), 1, move, wanted);
                    if (audit.isOpen(cell)) {
                        push(cell % cells.size(), -1, move, wanted);
                    }
                });
    }

    private void keep(Move move) {
        for (var place = 0; place < gained.length; place++) {
            var gain = Math.min(gained[place], WIDE / HUGE);
            now[place + move.first * cells.size()] += gain;
            if (move.second != move.first) {
                now[place + move.second * cells.size()] += move.sign * gain;
            }
        }
    }

    /// Whether a cell cannot be open enough even if only the sums of its own kind of number counted: what
    /// is too little without the other conditions is too little with them.
    boolean isTooClose(int cell, long wanted) {
        var layer = cell / cells.size();
        var alone = new Move(layer, layer, 1);
        var place = cell % cells.size();
        return canMove(place, alone) && push(place, 1, alone, wanted) + push(place, -1, alone, wanted) < wanted;
    }

    /// Whether what was explored is all there is: only parts are masked among these cells, and all of
    /// them move.
    boolean decide(List<Integer> members) {
        return members.stream()
                .allMatch(cell -> cells.isPart(cell)
                        && canMove(cell, moves.getFirst())
                        && !(cells.hasRests() && cells.isHidden(cells.whole(cell))));
    }

    private boolean canMove(int place, Move move) {
        return knots.holds(place) && canMove(place, move.first) && canMove(place, move.second);
    }

    private boolean canMove(int place, int layer) {
        var cell = place + layer * cells.size();
        return cells.isHidden(cell) && cells.isKnown(cell);
    }

    /// Changes a cell as far as is wanted and the others can make up for it, and tells the audit what was
    /// possible on the way; gives how far.
    private long push(int place, int sign, Move move, long wanted) {
        Arrays.fill(gained, 0);
        var start = sign > 0 ? knots.to(place) : knots.from(place);
        var end = sign > 0 ? knots.from(place) : knots.to(place);
        var room = room(place, sign, move);
        while (room > 0 && Math.abs(gained[place]) < wanted) {
            var step = start == end ? room : around(start, end, place, room, move);
            if (step == 0) {
                break;
            }
            gained[place] += sign * step;
            room -= step;
        }
        if (move.first != move.second || !cells.hasRests()) {
            see(move);
        }
        return Math.abs(gained[place]);
    }

    private void see(Move move) {
        for (var place = 0; place < gained.length; place++) {
            if (gained[place] != 0) {
                see(place, move.first, gained[place]);
                see(place, move.second, move.sign * gained[place]);
            }
        }
    }

    private void see(int place, int layer, long gain) {
        var cell = place + layer * cells.size();
        var value = gain > WIDE / HUGE ? Bounds.OPEN : (double) (now[cell] + gain);
        audit.see(cell, value, value);
    }
    /// One way from knot to knot with room on it, the shortest; gives how many went along.
    private long around(int start, int end, int without, long most, Move move) {
        var came = new int[knots.count()];
        var waiting = new ArrayDeque<>(List.of(start));
        came[start] = -1;
        while (!waiting.isEmpty() && came[end] == 0) {
            var knot = waiting.removeFirst();
            for (var place : knots.places(knot)) {
                var sign = knots.from(place) == knot ? 1 : -1;
                var next = sign > 0 ? knots.to(place) : knots.from(place);
                if (next != knot && came[next] == 0 && place != without && hasRoom(place, sign, move)) {
                    // Never 0, which stands for a knot that was not reached.
                    came[next] = sign * (place + 2);
                    waiting.add(next);
                }
            }
        }
        return came[end] == 0 ? 0 : carried(start, end, came, most, move);
    }

    private long carried(int start, int end, int[] came, long most, Move move) {
        var way = new ArrayList<Integer>();
        for (var knot = end; knot != start; ) {
            way.add(came[knot]);
            var place = Math.abs(came[knot]) - 2;
            knot = came[knot] > 0 ? knots.from(place) : knots.to(place);
        }
        var step = most;
        for (var one : way) {
            step = Math.min(step, room(Math.abs(one) - 2, Integer.signum(one), move));
        }
        for (var one : way) {
            gained[Math.abs(one) - 2] += Integer.signum(one) * step;
        }
        return step;
    }

    private boolean hasRoom(int place, int sign, Move move) {
        return canMove(place, move) && room(place, sign, move) > 0;
    }

    /// How much further a place can go in a direction.
    private long room(int place, int sign, Move move) {
        var most = Math.min(room(place, move.first, sign), room(place, move.second, sign * move.sign));
        return most - sign * gained[place];
    }

    private long room(int place, int layer, int sign) {
        var cell = place + layer * cells.size();
        var room = sign > 0 ? bounds.most(cell) - now[cell] : now[cell] - bounds.least(cell);
        return room < WIDE ? (long) room : WIDE;
    }

    /// The sums of a table as knots, its cells as pipes from one to another (ネットワーク).
    private static final class Knots {

        /// Knot of each place that loses one when the place gains one, and the knot that gains one.
        private final int[] froms;

        private final int[] tos;

        /// Places that are pipes: one with sub-totals in both directions is in too many sums.
        private final boolean[] held;

        private final List<List<Integer>> around = new ArrayList<>();

        private Knots(int places) {
            froms = new int[places];
            tos = new int[places];
            held = new boolean[places];
            Arrays.fill(held, true);
            around.add(new ArrayList<>());
        }

        /// A sum along a row of sums follows from the others and is left out. Sums along rows, and those
        /// of a column of totals, are read the other way round, so that each place leaves one knot and
        /// enters another.
        static Knots of(Cells cells) {
            var knots = new Knots(cells.size());
            for (var line : cells.lines()) {
                if (!line.isRest() && cells.isPart(line.total()) && !cells.followsFromOthers(line)) {
                    knots.add(line, cells.isAlongRow(line) || cells.isOfTotals(line) ? -1 : 1);
                }
            }
            for (var place = 0; place < knots.held.length; place++) {
                if (knots.held[place]) {
                    knots.around.get(knots.froms[place]).add(place);
                    knots.around.get(knots.tos[place]).add(place);
                }
            }
            return knots;
        }

        private void add(Line line, int turn) {
            for (var cell : line.cells()) {
                var ends = turn * line.sign(cell) > 0 ? tos : froms;
                held[cell] &= ends[cell] == GROUND;
                ends[cell] = around.size();
            }
            around.add(new ArrayList<>());
        }

        int from(int place) {
            return froms[place];
        }

        int to(int place) {
            return tos[place];
        }

        boolean holds(int place) {
            return held[place];
        }

        int count() {
            return around.size();
        }

        List<Integer> places(int knot) {
            return around.get(knot);
        }
    }
}
