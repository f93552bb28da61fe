package org.tsunagu.linkage.model;

import java.math.BigDecimal;
import org.tsunagu.codes.table.Table;

/// What happens with a match (判定の三区分).
public enum Zone {
    /// Taken as it is (自動).
    AUTOMATIC,
    /// A person decides (要確認).
    CLERICAL,
    /// No match (不一致).
    REJECTED;

    /// Highest score that a person still looks at when something stands against the pair.
    static final double MOST_DOUBTFUL = Borders.of("most_doubtful");

    private static final double AUTOMATIC_FROM = Borders.of("automatic_from");
    private static final double CLERICAL_FROM = Borders.of("clerical_from");

    static Zone of(double score) {
        if (score >= AUTOMATIC_FROM) {
            return AUTOMATIC;
        }
        return score >= CLERICAL_FROM ? CLERICAL : REJECTED;
    }

    /// The scores where the zones begin, from `zones.tsv`.
    private static final class Borders {

        private static final Table TABLE = Table.read("model/zones", Zone.class.getResourceAsStream("zones.tsv"));

        static double of(String row) {
            return TABLE.rows().stream()
                    .filter(border -> border.key().equals(row))
                    .flatMap(border -> border.decimal("score").stream())
                    .mapToDouble(BigDecimal::doubleValue)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
