package org.tsunagu.privacy.masking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Four masked cells at the corners of two rows and two columns (四つのセルの入れ替え): persons can be moved around them
/// without changing any sum. What that opens far enough needs no linear program.
final class Swaps {

    private final Cells cells;
    private final Bounds bounds;
    private final Audit audit;
    private final Map<Line, List<Integer>> hidden = new HashMap<>();

    Swaps(Cells cells, Bounds bounds, Audit audit) {
        this.cells = cells;
        this.bounds = bounds;
        this.audit = audit;
        cells.lines().stream()
                .filter(line -> !line.isRest())
                .forEach(line -> hidden.put(
                        line, cells.hidden(line).stream().filter(this::canMove).toList()));
    }

    /// Tries the corners of every cell that is not known to be open enough.
    void explore() {
        cells.protectedCells()
                .filter(cell -> canMove(cell) && audit.isOpen(cell))
                .forEach(cell -> {
                    var lines = sums(cell);
                    for (var beside : hidden.getOrDefault(lines.getFirst(), List.of())) {
                        if (beside != cell && audit.isOpen(cell)) {
                            around(cell, beside, lines.getFirst(), lines.getLast());
                        }
                    }
                });
    }

    private void around(int cell, int beside, Line row, Line column) {
        var otherColumn = other(beside, row);
        for (var below : hidden.getOrDefault(column, List.of())) {
            var otherRow = other(below, column);
            if (below != cell && !otherRow.equals(otherColumn) && audit.isOpen(cell)) {
                hidden.getOrDefault(otherRow, List.of()).stream()
                        .filter(corner ->
                                !corner.equals(below) && other(corner, otherRow).equals(otherColumn))
                        .findFirst()
                        .ifPresent(corner -> move(cell, beside, below, corner));
            }
        }
    }

    /// One more in two opposite corners is one fewer in the other two, where all four are summed with the same sign.
    private void move(int cell, int beside, int below, int corner) {
        var signs = sums(cell).stream().mapToInt(line -> line.sign(cell)).sum();
        for (var other : List.of(beside, below, corner)) {
            if (sums(other).stream().mapToInt(line -> line.sign(other)).sum() != signs || signs != 2) {
                return;
            }
        }
        var up = Math.min(room(cell, 1), Math.min(room(beside, -1), Math.min(room(below, -1), room(corner, 1))));
        var down = Math.min(room(cell, -1), Math.min(room(beside, 1), Math.min(room(below, 1), room(corner, -1))));
        seen(cell, up, down);
        seen(corner, up, down);
        seen(beside, down, up);
        seen(below, down, up);
    }

    private void seen(int cell, double up, double down) {
        audit.see(cell, cells.value(cell) - down, cells.value(cell) + up);
        if (restIsOpen(cell)) {
            var rest = cells.restOf(cell);
            audit.see(rest, cells.value(rest) - up, cells.value(rest) + down);
        }
    }

    /// How far one cell can go.
    private double room(int cell, int sign) {
        var room = sign > 0 ? bounds.most(cell) - cells.value(cell) : cells.value(cell) - bounds.least(cell);
        return sign > 0 && restIsOpen(cell) ? Math.min(room, (double) cells.value(cells.restOf(cell))) : room;
    }

    /// Whether part and whole are both masked, so that what is left takes up the difference.
    private boolean restIsOpen(int part) {
        return cells.hasRests() && cells.isHidden(cells.whole(part));
    }

    private boolean canMove(int cell) {
        return cells.isPart(cell) && cells.isKnown(cell) && sums(cell).size() == 2 && restIsKnown(cell);
    }

    private boolean restIsKnown(int part) {
        return !cells.hasRests() || cells.isKnown(cells.restOf(part));
    }

    private List<Line> sums(int cell) {
        return cells.linesOf(cell).stream().filter(line -> !line.isRest()).toList();
    }

    private Line other(int cell, Line line) {
        var lines = sums(cell);
        return lines.getFirst().equals(line) ? lines.getLast() : lines.getFirst();
    }
}
