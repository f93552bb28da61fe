package org.tsunagu.checkupformat.csv;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One row of a column map (列対応表の行).
///
/// @param heading of the column, normalised; in a file of records the name of the cell
/// @param record `1`, `2`, `5`, `9` for a cell at a fixed place of a file of records; empty for a column with a heading
/// @param position of that cell, from 1; 0 for a column with a heading
/// @param target what it means; empty for an item
/// @param itemCode 17-digit item code; empty for anything else
/// @param factor what to multiply numbers by; empty for nothing
/// @param values words of the file and the codes they stand for, normalised
record Column(
        String heading,
        String record,
        int position,
        Optional<Target> target,
        String itemCode,
        ValueFormat format,
        Optional<BigDecimal> factor,
        Map<String, String> values,
        boolean required) {

    static final List<String> RECORDS = List.of("1", "2", "5", "9");

    private static final Pattern ITEM_CODE = Pattern.compile("[0-9A-Z]{17}");

    /// Whether a text looks like an item code.
    static boolean isItemCode(String text) {
        return ITEM_CODE.matcher(text).matches();
    }

    /// A column that is headed by an item code and is not in the map.
    static Column item(String code) {
        return new Column(code, "", 0, Optional.empty(), code, ValueFormat.ANY, Optional.empty(), Map.of(), false);
    }

    /// What it means as one word, for finding two columns that mean the same.
    String meaning() {
        return target.map(Target::word).orElse(itemCode);
    }

    boolean is(Target other) {
        return target.isPresent() && target.get() == other;
    }

    /// The code a word of the file stands for; the word itself when the map does not name it.
    String translated(String text) {
        return values.getOrDefault(text, text);
    }
}
