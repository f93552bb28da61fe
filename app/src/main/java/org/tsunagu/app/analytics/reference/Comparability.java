package org.tsunagu.app.analytics.reference;

import java.util.List;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Whether a measure means the same as what was published (比較の可否): `comparability.tsv`.
public record Comparability(Row row) {

    private static final List<Comparability> ALL = Table.read(
                    "reference/comparability", Comparability.class.getResourceAsStream("comparability.tsv"))
            .rows()
            .stream()
            .map(Comparability::new)
            .toList();

    /// What is to be said about a measure and a publication: `NDB` or `PROGRAMME`.
    public static List<Comparability> of(String measure, String publication) {
        return ALL.stream()
                .filter(one -> one.row.text("measure").equals(measure)
                        && one.row.text("publication").equals(publication))
                .toList();
    }

    /// Whether both may not be compared at all.
    public boolean isForbidden() {
        return row.text("comparable").equals("NO");
    }

    /// Why, a word of the messages.
    public String reason() {
        return row.text("reason");
    }
}
