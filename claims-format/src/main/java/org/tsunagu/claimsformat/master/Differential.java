package org.tsunagu.claimsformat.master;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.problem.Reporter;

/// Lays a differential (差分ファイル) upon the complete rows before it: filled columns replace, empty
/// ones keep what was there. A change to empty cannot be said in a differential; the next complete file
/// brings it.
final class Differential {

    private final Map<String, String> rows;
    private final Layout layout;
    private final Reporter problems;

    private Differential(Map<String, String> before, Layout layout, Reporter problems) {
        this.rows = new LinkedHashMap<>(before);
        this.layout = layout;
        this.problems = problems;
    }

    /// The rows after the differential.
    static Map<String, String> upon(Map<String, String> before, RowSet changes, Reporter problems) {
        var merged = new Differential(before, changes.layout(), problems);
        for (var change : changes.rows()) {
            merged.apply(change, changes);
        }
        return merged.rows;
    }

    private void apply(RowSet.Entry row, RowSet changes) {
        if (row.change() == Change.ERASED) {
            rows.remove(row.code());
            return;
        }
        var before = rows.get(row.code());
        if (before != null) {
            rows.put(row.code(), merge(before, row.cells()));
        } else if (row.cells().get(layout.column(Field.NAME)).isEmpty()) {
            problems.report("MST-DIFF-TARGET", changes.place().at(row.line(), 1), "actual", row.code());
        } else {
            rows.put(row.code(), String.join("\t", row.cells()));
        }
    }

    private static String merge(String before, List<String> changed) {
        var cells = new ArrayList<>(List.of(before.split("\t", -1)));
        if (cells.size() < changed.size()) { // a newer layout than that of the complete file
            cells.addAll(Collections.nCopies(changed.size() - cells.size(), ""));
        }
        for (var i = 0; i < changed.size(); i++) {
            if (!changed.get(i).isEmpty()) {
                cells.set(i, changed.get(i));
            }
        }
        return String.join("\t", cells);
    }
}
