package org.tsunagu.privacy.masking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The cells of a table while it is being masked (秘匿処理中のセル): parts, wholes, and what is left of each
/// whole, which is never shown but can be worked out, with everything that adds up.
final class Cells {

    private final Counts counts;
    private final int size;
    private final long[] values;
    private final Reason[] reasons;
    private final boolean[] sensitiveRest;
    private final List<Line> lines = new ArrayList<>();
    private final List<List<Line>> linesOf = new ArrayList<>();

    Cells(Counts counts, MaskingPolicy policy) {
        this.counts = counts;
        this.size = counts.size();
        var hasRest = counts.hasWhole() && policy.mode() != MaskingPolicy.Mode.NDB;
        this.values = Arrays.copyOf(counts.values(), hasRest ? 3 * size : counts.values().length);
        this.reasons = new Reason[values.length];
        this.sensitiveRest = new boolean[values.length];
        for (var cell = 0; cell < values.length; cell++) {
            reasons[cell] = isRest(cell) || values[cell] == Counts.MASKED ? Reason.GIVEN : Reason.SHOWN;
            linesOf.add(new ArrayList<>());
        }
        addSums(0);
        if (counts.hasWhole()) {
            addSums(size);
        }
        if (hasRest) {
            addRests();
        }
        lines.forEach(line -> line.cells().forEach(cell -> linesOf.get(cell).add(line)));
    }

    private void addSums(int from) {
        var width = counts.columns().positions().size();
        for (var row = 0; row < counts.rows().positions().size(); row++) {
            var start = from + row * width;
            for (var sum : counts.columns().sums()) {
                lines.add(new Line(
                        lines.size(),
                        start + sum.total(),
                        sum.parts().stream().map(part -> start + part).toList(),
                        false));
            }
        }
        for (var column = 0; column < width; column++) {
            var start = from + column;
            for (var sum : counts.rows().sums()) {
                lines.add(new Line(
                        lines.size(),
                        start + sum.total() * width,
                        sum.parts().stream().map(part -> start + part * width).toList(),
                        false));
            }
        }
    }

    private void addRests() {
        for (var cell = 0; cell < size; cell++) {
            var isKnown = values[cell] != Counts.MASKED && values[cell + size] != Counts.MASKED;
            values[cell + 2 * size] = isKnown ? values[cell + size] - values[cell] : Counts.MASKED;
            lines.add(new Line(lines.size(), cell + size, List.of(cell, cell + 2 * size), true));
        }
    }

    int count() {
        return values.length;
    }

    /// Places of the table: each has a part, and with a whole also that and what is left of it.
    int size() {
        return size;
    }

    /// Whether a sum of parts runs along a row, and not down a column.
    boolean isAlongRow(Line line) {
        return line.total() / width() == line.parts().getFirst() / width();
    }

    /// Whether a sum runs down a column that is itself a sum of columns.
    boolean isOfTotals(Line line) {
        return line.total() % width() >= counts.columns().labels().size();
    }

    /// Whether a sum along a row of sums follows from those along its rows and down its columns.
    boolean followsFromOthers(Line line) {
        return isAlongRow(line)
                && line.total() / width() >= counts.rows().labels().size();
    }

    private int width() {
        return counts.columns().positions().size();
    }

    long value(int cell) {
        return values[cell];
    }

    boolean isKnown(int cell) {
        return values[cell] != Counts.MASKED;
    }

    Reason reason(int cell) {
        return reasons[cell];
    }

    boolean isRest(int cell) {
        return cell >= 2 * size;
    }

    boolean isPart(int cell) {
        return cell < size;
    }

    /// The whole of a part; its own number when the table has none.
    int whole(int part) {
        return counts.hasWhole() ? part + size : part;
    }

    int restOf(int part) {
        return part + 2 * size;
    }

    boolean hasRests() {
        return values.length > 2 * size;
    }

    /// The total of the whole table, in both directions.
    boolean isGrandTotal(int cell) {
        return !isRest(cell)
                && (cell + 1) % size == 0
                && counts.rows().isSummed()
                && counts.columns().isSummed();
    }

    boolean isHidden(int cell) {
        return reasons[cell] != Reason.SHOWN;
    }

    void hide(int cell, Reason reason) {
        if (!isHidden(cell)) {
            reasons[cell] = reason;
        }
    }

    void protectRest(int rest) {
        sensitiveRest[rest] = true;
    }

    /// Whether a reader must not work this cell out: what is masked, and small rests.
    boolean isProtected(int cell) {
        return isRest(cell) ? sensitiveRest[cell] : isHidden(cell);
    }

    List<Line> lines() {
        return lines;
    }

    List<Line> linesOf(int cell) {
        return linesOf.get(cell);
    }

    List<Integer> hidden(Line line) {
        return line.cells().stream().filter(this::isHidden).toList();
    }

    /// What the hidden cells of a line add up to, with their signs.
    long hiddenSum(Line line) {
        return -line.cells().stream()
                .filter(cell -> !isHidden(cell))
                .mapToLong(cell -> line.sign(cell) * values[cell])
                .sum();
    }

    IntStream protectedCells() {
        return IntStream.range(0, values.length).filter(this::isProtected);
    }

    long number(Reason reason) {
        return IntStream.range(0, Math.min(values.length, 2 * size))
                .filter(cell -> reasons[cell] == reason)
                .count();
    }

    /// The table as a reader gets it.
    Counts shown() {
        var shown = counts.values();
        for (var cell = 0; cell < shown.length; cell++) {
            shown[cell] = isHidden(cell) ? Counts.MASKED : shown[cell];
        }
        return counts.withValues(shown);
    }

    List<Reason> shownReasons() {
        return List.of(Arrays.copyOf(reasons, counts.values().length));
    }

    Range range(int cell, long least, long most) {
        var place = cell % size;
        var width = counts.columns().positions().size();
        return new Range(
                counts.rows().positions().get(place / width),
                counts.columns().positions().get(place % width),
                isRest(cell) ? Range.Of.REST : isPart(cell) ? Range.Of.PART : Range.Of.WHOLE,
                least,
                most);
    }
}
