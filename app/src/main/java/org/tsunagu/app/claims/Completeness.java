package org.tsunagu.app.claims;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagu.codes.table.Table;

/// Whether everything of a month can be expected to be here (月のそろい), by the rules of
/// `completeness.tsv` and by what somebody has said.
///
/// @param delivered kinds in force by claim month
/// @param said what somebody has said of a claim month
record Completeness(NavigableMap<YearMonth, Set<String>> delivered, Map<YearMonth, Boolean> said) {

    private static final Table RULES =
            Table.read("claims/completeness", Completeness.class.getResourceAsStream("completeness.tsv"));
    private static final Set<String> NEEDED = RULES.rows().stream()
            .filter(row -> row.text("what").equals("needed"))
            .map(row -> row.text("value"))
            .collect(Collectors.toUnmodifiableSet());
    private static final int LATER = months("later");
    private static final int CLAIMED_AFTER = months("claimed_after");

    private static int months(String what) {
        return RULES.rows().stream()
                .filter(row -> row.text("what").equals(what))
                .map(row -> row.integer("value"))
                .findFirst()
                .orElseThrow();
    }

    /// The month in which the claims of a care month are made.
    static YearMonth claimMonth(YearMonth careMonth) {
        return careMonth.plusMonths(CLAIMED_AFTER);
    }

    /// Whether a care month is complete.
    boolean isComplete(YearMonth careMonth) {
        var month = claimMonth(careMonth);
        var statement = said.get(month);
        if (statement != null) {
            return statement;
        }
        return delivered.getOrDefault(month, Set.of()).containsAll(NEEDED)
                && !delivered.tailMap(month.plusMonths(LATER), true).isEmpty();
    }

    /// A month as the database keeps it.
    static LocalDate day(YearMonth month) {
        return month.atDay(1);
    }
}
