package org.tsunagu.fhir.checkup;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.table.Table;

/// Units of the national format in UCUM (単位の対応), `units.tsv`; those not in the table are the same in both.
final class Units {

    private static final String NONE = "-";
    private static final Map<String, String> UCUM = new HashMap<>();

    static {
        Table.read("checkup/units", Units.class.getResourceAsStream("units.tsv"))
                .rows()
                .forEach(row -> UCUM.put(row.key().equals(NONE) ? "" : row.key(), row.text("ucum")));
    }

    private Units() {}

    /// The code of a unit.
    static String ucum(String unit) {
        return UCUM.getOrDefault(unit, unit);
    }

    /// The unit of the national format: that of the item when the code means it, else what the sender shows.
    static String official(@Nullable Item item, String code, String shown) {
        var isOfItem = item != null
                && (shown.equals(item.unit()) || code.equals(ucum(item.unit())) || code.equals(item.unit()));
        if (item != null && (isOfItem || (code.isEmpty() && shown.isEmpty()))) {
            return item.unit();
        }
        return shown.isEmpty() && !code.equals(ucum("")) ? code : shown;
    }
}
