package org.tsunagu.privacy.masking;

import java.util.Arrays;
import java.util.OptionalLong;

/// A table of persons (人数の表): rows × columns with all totals, and optionally the whole that each cell is a
/// part of.
public final class Counts {

    /// Stands for a cell that is masked already (秘匿済み).
    public static final long MASKED = -1;

    private final Dimension rows;
    private final Dimension columns;
    private final long[] part;
    private final long[] whole;

    private Counts(Dimension rows, Dimension columns, long[] part, long[] whole) {
        this.rows = rows;
        this.columns = columns;
        this.part = part;
        this.whole = whole;
    }

    /// Counts of single cells; the totals are computed.
    ///
    /// @param part by row label and column label, in their order; 0 or more
    public static Counts of(Dimension rows, Dimension columns, long[][] part) {
        return new Counts(rows, columns, summed(rows, columns, part), new long[0]);
    }

    /// A table as published, whose totals are there and whose cells may be [#MASKED].
    ///
    /// @param part by [Dimension#positions()] of the rows and of the columns
    public static Counts published(Dimension rows, Dimension columns, long[][] part) {
        return new Counts(rows, columns, flat(rows, columns, part), new long[0]);
    }

    /// The same with the number that each cell is a part of (分母), for example the persons for those with a
    /// finding.
    ///
    /// @param whole by row label and column label
    public Counts outOf(long[][] whole) {
        var all = summed(rows, columns, whole);
        for (var cell = 0; cell < part.length; cell++) {
            if (part[cell] > all[cell]) {
                throw new IllegalArgumentException(
                        "a part of %s × %s is more than its whole".formatted(rows.name(), columns.name()));
            }
        }
        return new Counts(rows, columns, part, all);
    }

    /// The same with a whole as published.
    ///
    /// @param whole by [Dimension#positions()] of the rows and of the columns
    public Counts outOfPublished(long[][] whole) {
        return new Counts(rows, columns, part, flat(rows, columns, whole));
    }

    /// The direction of the rows.
    public Dimension rows() {
        return rows;
    }

    /// The direction of the columns.
    public Dimension columns() {
        return columns;
    }

    /// A cell, a sub-total or a total; empty when it is masked.
    public OptionalLong part(String row, String column) {
        return shown(part[cell(row, column)]);
    }

    /// What that cell is a part of; empty when it is masked or when the table has no whole.
    public OptionalLong whole(String row, String column) {
        return hasWhole() ? shown(whole[cell(row, column)]) : OptionalLong.empty();
    }

    /// Whether cells are parts of a whole.
    public boolean hasWhole() {
        return whole.length > 0;
    }

    int cell(String row, String column) {
        return rows.index(row) * columns.positions().size() + columns.index(column);
    }

    int size() {
        return part.length;
    }

    /// All numbers in a row: the parts, then the wholes.
    long[] values() {
        var values = Arrays.copyOf(part, part.length + whole.length);
        System.arraycopy(whole, 0, values, part.length, whole.length);
        return values;
    }

    Counts withValues(long[] values) {
        var wholes = Arrays.copyOfRange(values, part.length, part.length + whole.length);
        return new Counts(rows, columns, Arrays.copyOf(values, part.length), wholes);
    }

    private static OptionalLong shown(long value) {
        return value == MASKED ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static long[] flat(Dimension rows, Dimension columns, long[][] values) {
        var height = rows.positions().size();
        var width = columns.positions().size();
        var flat = new long[height * width];
        check(values, height, width, MASKED);
        for (var row = 0; row < height; row++) {
            System.arraycopy(values[row], 0, flat, row * width, width);
        }
        return flat;
    }

    private static long[] summed(Dimension rows, Dimension columns, long[][] values) {
        check(values, rows.labels().size(), columns.labels().size(), 0);
        var height = rows.positions().size();
        var width = columns.positions().size();
        var flat = new long[height * width];
        for (var row = 0; row < values.length; row++) {
            System.arraycopy(values[row], 0, flat, row * width, values[row].length);
        }
        for (var row = 0; row < values.length; row++) {
            for (var sum : columns.sums()) {
                for (var part : sum.parts()) {
                    flat[row * width + sum.total()] += flat[row * width + part];
                }
            }
        }
        for (var sum : rows.sums()) {
            for (var part : sum.parts()) {
                for (var column = 0; column < width; column++) {
                    flat[sum.total() * width + column] += flat[part * width + column];
                }
            }
        }
        return flat;
    }

    private static void check(long[][] values, int height, int width, long least) {
        if (values.length != height
                || Arrays.stream(values).anyMatch(row -> row.length != width)
                || Arrays.stream(values).flatMapToLong(Arrays::stream).anyMatch(value -> value < least)) {
            throw new IllegalArgumentException(
                    "needs %d rows of %d numbers from %d on".formatted(height, width, least));
        }
    }
}
