package org.tsunagu.claimsformat.drug;

import java.util.List;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Therapeutic groups of drugs by the beginning of their price-list code (薬剤のグループ),
/// `drug-groups.tsv`. A drug may belong to two groups; the grouping is unconfirmed.
public final class DrugGroups {

    private final List<Row> rows;

    /// Reads the table.
    public DrugGroups(List<Correction> corrections) {
        this.rows = Table.read("drug/drug-groups", DrugGroups.class.getResourceAsStream("drug-groups.tsv"))
                .with(corrections)
                .rows();
    }

    /// The groups of a price-list code, each once: `DM`, `HT` and so on.
    public List<String> of(String priceListCode) {
        return rows.stream()
                .filter(row -> priceListCode.startsWith(row.text("prefix")))
                .filter(row -> Stream.of(row.text("exclude_prefix").split(","))
                        .noneMatch(excluded -> !excluded.isEmpty() && priceListCode.startsWith(excluded)))
                .map(row -> row.text("group"))
                .distinct()
                .toList();
    }
}
