package org.tsunagu.claimsformat.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The layouts of all records (レコード様式), `records.tsv`. A record that a kind does not lay out itself has the medical
/// layout (`unconfirmed`); the records that only insurers receive are the same for every kind.
public final class Layouts {

    private static final String INSURER = "INSURER";
    private static final String PREFIX = "*";

    private final Map<Kind, RecordLayout[]> byKind = new EnumMap<>(Kind.class);

    private Layouts(Table table) {
        var groups = new HashMap<String, List<Row>>();
        for (var row : table.rows()) {
            if (!row.text("record").equals(PREFIX)) {
                groups.computeIfAbsent(row.text("kind") + row.text("record"), key -> new ArrayList<>())
                        .add(row);
            }
        }
        for (var kind : Kind.values()) {
            byKind.put(kind, new RecordLayout[RecordCode.indexes()]);
        }
        groups.values().forEach(this::add);
        for (var kind : Kind.values()) {
            inherit(kind, groups);
        }
    }

    private void add(List<Row> rows) {
        var first = rows.getFirst();
        Kind.of(first.text("kind")).ifPresent(kind -> put(kind, first.text("record"), rows));
    }

    private void inherit(Kind kind, Map<String, List<Row>> groups) {
        for (var other : List.of(Kind.MEDICAL.tag(), INSURER)) {
            groups.forEach((key, rows) -> {
                var record = rows.getFirst().text("record");
                if (key.startsWith(other) && find(kind, RecordCode.of(record)).isEmpty()) {
                    put(kind, record, rows);
                }
            });
        }
    }

    private void put(Kind kind, String record, List<Row> rows) {
        byKind.getOrDefault(kind, new RecordLayout[0])[RecordCode.index(RecordCode.of(record))] =
                new RecordLayout(record, rows);
    }

    /// The layouts as shipped; read once.
    public static Layouts shipped() {
        return Shipped.LAYOUTS;
    }

    /// The layouts with cells corrected on this installation.
    public static Layouts with(List<Correction> corrections) {
        return new Layouts(Table.read("record/records", Layouts.class.getResourceAsStream("records.tsv"))
                .with(corrections));
    }

    /// The layout of a record; empty for one nobody has described.
    ///
    /// @param record see [RecordCode]
    public Optional<RecordLayout> find(Kind kind, int record) {
        var index = RecordCode.index(record);
        return index < 0
                ? Optional.empty()
                : Optional.ofNullable(byKind.getOrDefault(kind, new RecordLayout[RecordCode.indexes()])[index]);
    }

    /// The column of a field of a record, or [RecordLayout#NONE].
    public int column(Kind kind, int record, String field) {
        return find(kind, record).map(layout -> layout.column(field)).orElse(RecordLayout.NONE);
    }

    private static final class Shipped {
        private static final Layouts LAYOUTS = Layouts.with(List.of());
    }
}
