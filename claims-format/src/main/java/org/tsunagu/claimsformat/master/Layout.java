package org.tsunagu.claimsformat.master;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tsunagu.codes.table.Table;

/// The columns of one master (マスターのレイアウト), `layouts.tsv`.
///
/// @param fields in the order of the columns
/// @param kept those of them that are kept in memory
/// @param fewest columns that every edition has
/// @param most columns that an edition known so far has
/// @param keyLength digits of a code
record Layout(Map<Field, Integer> columns, List<Field> fields, List<Field> kept, int fewest, int most, int keyLength) {

    private static final Set<Field> LEFT_OUT =
            EnumSet.of(Field.CHANGE, Field.LETTER, Field.CODE, Field.KANA, Field.LISTED_ON, Field.CHANGED_ON);
    private static final Table TABLE = Table.read("master/layouts", Layout.class.getResourceAsStream("layouts.tsv"));
    private static final Map<Character, Layout> BY_LETTER = new HashMap<>();

    static {
        for (var kind : MasterKind.values()) {
            BY_LETTER.computeIfAbsent(kind.letter(), Layout::read);
        }
    }

    /// The layout of a kind.
    static Layout of(MasterKind kind) {
        var layout = BY_LETTER.get(kind.letter());
        if (layout == null) {
            throw new IllegalStateException("no layout of " + kind);
        }
        return layout;
    }

    private static Layout read(char letter) {
        var columns = new EnumMap<Field, Integer>(Field.class);
        var fields = new ArrayList<Field>();
        var fewest = 0;
        var most = 0;
        var keyLength = 0;
        for (var row : TABLE.rows()) {
            if (row.text("letter").charAt(0) != letter) {
                continue;
            }
            most++;
            fewest += row.text("effective_from").isEmpty() ? 1 : 0;
            var word = row.text("field");
            if (!word.isEmpty()) {
                var field = Field.of(word);
                columns.put(field, row.integer("index"));
                fields.add(field);
                keyLength = field == Field.CODE ? row.integer("max_bytes") : keyLength;
            }
        }
        var kept = fields.stream().filter(field -> !LEFT_OUT.contains(field)).toList();
        return new Layout(Map.copyOf(columns), List.copyOf(fields), kept, fewest, most, keyLength);
    }

    /// The column of a field, from 0.
    ///
    /// @throws IllegalArgumentException if this master has no such field
    int column(Field field) {
        var column = columns.get(field);
        if (column == null) {
            throw new IllegalArgumentException("no %s in this master, only %s".formatted(field, fields));
        }
        return column;
    }

    /// Whether this master has the field.
    boolean has(Field field) {
        return columns.containsKey(field);
    }
}
