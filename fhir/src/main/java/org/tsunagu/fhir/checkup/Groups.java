package org.tsunagu.fhir.checkup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Codes of series of tests (一連検査グループ), `groups.tsv`.
final class Groups {

    private static final Map<String, Row> BY_SERIES = new HashMap<>();

    static {
        Table.read("checkup/groups", Groups.class.getResourceAsStream("groups.tsv"))
                .rows()
                .forEach(row -> BY_SERIES.put(row.key(), row));
    }

    private Groups() {}

    /// The row of the series these results are of; empty when none of them says.
    static Optional<Row> of(List<Observation> members) {
        for (var member : members) {
            var item = member.item();
            var row = item == null ? null : BY_SERIES.get(item.group().group());
            if (row != null) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
