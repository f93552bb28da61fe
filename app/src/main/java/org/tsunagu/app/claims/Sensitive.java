package org.tsunagu.app.claims;

import java.util.List;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Permission;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What of care only some roles see (配慮を要する傷病・薬剤), `sensitive.tsv`.
final class Sensitive {

    private static final List<Row> ROWS = Table.read(
                    "claims/sensitive", Sensitive.class.getResourceAsStream("sensitive.tsv"))
            .rows();

    private Sensitive() {}

    /// Whether a disease is kept from whoever is looking; one that no master knows might be any.
    static boolean hidesDisease(String icd10) {
        return hides("icd10", icd10);
    }

    /// The same of a drug.
    static boolean hidesDrug(String priceListCode) {
        return hides("drug", priceListCode);
    }

    private static boolean hides(String what, String code) {
        return !Actors.current().may(Permission.VIEW_SENSITIVE)
                && (code.isEmpty()
                        || ROWS.stream()
                                .anyMatch(row -> row.text("what").equals(what) && code.startsWith(row.text("prefix"))));
    }
}
