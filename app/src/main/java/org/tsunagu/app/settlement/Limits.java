package org.tsunagu.app.settlement;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The numbers of settlement that are not arithmetic (限度値), `limits.tsv`.
public final class Limits {

    private static final Map<String, Integer> VALUES =
            Table.read("settlement/limits", Limits.class.getResourceAsStream("limits.tsv")).rows().stream()
                    .collect(Collectors.toMap(Row::key, row -> row.integer("value")));

    /// How many digits an amount may have.
    static final int AMOUNT_DIGITS = of("amount_digits");

    /// How many archives may go to one receiver on a day.
    static final int SENDINGS_A_DAY = of("sendings_a_day");

    /// What one percent is in the rate of a ticket.
    static final int RATE_UNIT = of("rate_unit");

    /// The highest percentage.
    public static final int PERCENT_HIGHEST = of("percent_highest");

    private Limits() {}

    private static int of(String name) {
        return Objects.requireNonNull(VALUES.get(name), "a limit without a row");
    }
}
