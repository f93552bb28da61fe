package org.tsunagu.rules.seniors;

import java.util.List;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Table;

/// The ten lists of the integrated implementation for people of 75 and over (一体的実施の10リスト), `integrated-lists.tsv`.
public final class IntegratedLists {

    private IntegratedLists() {}

    /// The steps of the lists.
    public static Table table(List<Correction> corrections) {
        return Table.read("seniors/integrated-lists", IntegratedLists.class.getResourceAsStream("integrated-lists.tsv"))
                .with(corrections);
    }
}
