package org.tsunagu.claimsformat.claim;

import java.util.HashMap;
import java.util.Map;
import org.tsunagu.codes.table.Table;

/// Which DPC receipts count when several are summarised (レセプト総括区分), `summary-kinds.tsv`.
final class SummaryKinds {

    private static final Map<String, Boolean> COUNTED = new HashMap<>();

    static {
        var table = Table.read("claim/summary-kinds", SummaryKinds.class.getResourceAsStream("summary-kinds.tsv"));
        for (var row : table.rows()) {
            COUNTED.put(row.text("code"), row.text("counted").equals("yes"));
        }
    }

    private SummaryKinds() {}

    static boolean isCounted(String code) {
        return COUNTED.getOrDefault(code, false);
    }

    /// Whether a code says something; the empty one does not.
    static boolean isKnown(String code) {
        return !code.isEmpty() && COUNTED.containsKey(code);
    }
}
