package org.tsunagu.claimsformat.record;

import java.util.Arrays;
import java.util.Optional;
import org.tsunagu.codes.text.Widths;

/// One record to be written (書き出すレコード), its fields by the names of `records.tsv`. What no reader
/// would accept cannot be put into it: a field the record does not have, a value that is too long or
/// breaks the row.
public final class ClaimRow {

    private final RecordLayout layout;
    private final String[] cells;
    private int size = 1;

    private ClaimRow(RecordLayout layout, String[] cells) {
        this.layout = layout;
        this.cells = cells;
        cells[0] = layout.name();
    }

    /// An empty record of a kind of claim.
    ///
    /// @param name two letters, for example `RE`
    /// @throws IllegalArgumentException if nobody has described such a record
    public static ClaimRow of(Kind kind, String name) {
        var layout = Layouts.shipped().find(kind, RecordCode.of(name));
        return layout.map(known -> new ClaimRow(known, new String[known.size()]))
                .orElseThrow(() -> new IllegalArgumentException("no record %s of %s".formatted(name, kind)));
    }

    /// The same record again, to be changed.
    public ClaimRow copy() {
        var copy = new ClaimRow(layout, cells.clone());
        copy.size = size;
        return copy;
    }

    /// Fills in a field.
    ///
    /// @throws IllegalArgumentException for a field or value that the layout does not allow; the value is
    /// not repeated, for it may be about a person
    public ClaimRow set(String field, String value) {
        var column = layout.column(field);
        if (column == RecordLayout.NONE) {
            throw new IllegalArgumentException("record %s has no field %s".formatted(layout.name(), field));
        }
        if (isUnfit(value) || Widths.bytes(value) > layout.width(column)) {
            throw new IllegalArgumentException("%s takes at most %d bytes without comma, quote or line break"
                    .formatted(layout.row(column), layout.width(column)));
        }
        cells[column] = value;
        size = Math.max(size, value.isEmpty() ? 0 : column + 1);
        return this;
    }

    /// Fills in a number.
    public ClaimRow set(String field, long value) {
        return set(field, Long.toString(value));
    }

    private static boolean isUnfit(String value) {
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c == ',' || c == '"' || c < ' ') {
                return true;
            }
        }
        return false;
    }

    /// What a field holds; empty when nothing was filled in.
    public String text(String field) {
        return Optional.ofNullable(cells[layout.column(field)]).orElse("");
    }

    /// The two letters.
    public String name() {
        return layout.name();
    }

    /// The number of a column, counted from 1 as instructions of the review body count it (項目番号).
    public int item(String field) {
        return layout.column(field);
    }

    /// The record as text, without the empty fields at its end.
    void append(StringBuilder text) {
        for (var i = 0; i < size; i++) {
            if (i > 0) {
                text.append(',');
            }
            if (cells[i] != null) {
                text.append(cells[i]);
            }
        }
    }

    @Override
    public String toString() {
        return "ClaimRow[" + layout.name() + ", "
                + Arrays.stream(cells).filter(cell -> cell != null).count() + " fields]";
    }
}
