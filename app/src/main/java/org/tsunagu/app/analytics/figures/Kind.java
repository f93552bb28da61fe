package org.tsunagu.app.analytics.figures;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.measures.Measure;
import org.tsunagu.measures.count.Figure;

/// What stands behind the figures of a measure (集計の種類): only of shares of persons is it known how far
/// chance moves them. `figure-kinds.tsv` names the measures that are none.
public enum Kind {
    /// Some of the people, out of all of them.
    PERSONS,
    /// Claims, of which one person has many.
    CLAIMS,
    /// Sums of money or days.
    AMOUNTS,
    /// Means of values whose spread is not counted.
    MEANS,
    /// Everybody is counted: there is no chance.
    REGISTER;

    private static final Map<String, Row> ROWS =
            Table.read("figures/figure-kinds", Kind.class.getResourceAsStream("figure-kinds.tsv")).rows().stream()
                    .collect(Collectors.toMap(Row::key, row -> row));

    private static final String PERCENT = "%";

    /// The kind of a measure.
    public static Kind of(Measure measure) {
        var row = Optional.ofNullable(ROWS.get(measure.key()));
        var otherwise = measure.isCount() ? REGISTER : measure.unit().equals(PERCENT) ? PERSONS : AMOUNTS;
        return row.map(one -> valueOf(one.text("kind"))).orElse(otherwise);
    }

    /// About how many people a denominator is, as far as it says.
    static long people(Measure measure, Figure figure) {
        var counted = measure.isCount() ? figure.part() : figure.whole();
        var row = Optional.ofNullable(ROWS.get(measure.key()));
        var each = row.flatMap(one -> one.decimal("per_person")).orElse(BigDecimal.ONE);
        return counted.divideToIntegralValue(each).longValue();
    }

    /// Whether a denominator says nothing of how many people stand behind it: of claims, days and money one person may
    /// have many.
    static boolean saysNoPeople(Measure measure) {
        var kind = of(measure);
        return (kind == CLAIMS || kind == AMOUNTS)
                && Optional.ofNullable(ROWS.get(measure.key()))
                        .flatMap(row -> row.decimal("per_person"))
                        .isEmpty();
    }

    /// A word for texts.
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
