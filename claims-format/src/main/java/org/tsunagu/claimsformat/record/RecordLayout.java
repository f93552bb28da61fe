package org.tsunagu.claimsformat.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.table.Row;

/// The columns of one record of one kind of claim (レコードの項目), read from `records.tsv`. Columns are counted from the
/// record's two letters, which are column 0; the prefix of insurer files is not counted.
public final class RecordLayout {

    /// Column of a field that the record does not have.
    public static final int NONE = -1;

    private final String name;
    private final Map<String, Integer> columns = new HashMap<>();
    private final int[] widths;
    private final String[] keys;
    private final List<Slot> slots;

    RecordLayout(String name, List<Row> rows) {
        this.name = name;
        this.widths = new int
                [rows.stream().mapToInt(row -> row.integer("column")).max().orElse(0) + 1];
        this.keys = new String[widths.length];
        Arrays.fill(keys, name);
        for (var row : rows) {
            var column = row.integer("column");
            var width = row.text("max_bytes");
            keys[column] = row.key();
            widths[column] = width.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(width);
            if (!row.text("field").isEmpty()) {
                columns.put(row.text("field"), column);
            }
        }
        this.slots = findSlots();
    }

    private List<Slot> findSlots() {
        var found = new ArrayList<Slot>();
        columns.keySet().stream()
                .filter(field -> field.equals("points") || field.endsWith(".points"))
                .sorted((a, b) -> Integer.compare(column(a), column(b)))
                .forEach(field -> {
                    var group = field.substring(0, field.length() - "points".length());
                    found.add(new Slot(
                            column(group + "payer"), column(group + "code"), column(group + "times"), column(field)));
                });
        return List.copyOf(found);
    }

    /// The two letters.
    public String name() {
        return name;
    }

    /// The column of a field, or [#NONE].
    public int column(String field) {
        return columns.getOrDefault(field, NONE);
    }

    /// How many columns the layout has.
    public int size() {
        return widths.length;
    }

    /// Most bytes of a column in windows-31j; the largest number when there is no limit.
    public int width(int column) {
        return column < widths.length ? widths[column] : Integer.MAX_VALUE;
    }

    /// The row of `records.tsv` that describes a column, for example `MED-RE-4`; the record's letters beyond the
    /// layout.
    public String row(int column) {
        return column >= 0 && column < keys.length ? keys[column] : name;
    }

    /// Where the record may carry points; several places in dispensing records, one elsewhere, none in most.
    public List<Slot> slots() {
        return slots;
    }

    /// One place for points (点数欄); columns may be [#NONE].
    public record Slot(int payer, int code, int times, int points) {}
}
