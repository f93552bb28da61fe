package org.tsunagu.app.tickets;

import java.math.BigDecimal;
import org.tsunagu.codes.table.Table;

/// What a reminder has done (勧奨の効果): who came among those written to and those left out by lot. The difference of the
/// rates has an interval by Newcombe and Wilson.
///
/// @param lettersCame of `letters` who came on or after the day of the reminder
public record Effect(long letters, long lettersCame, long holdouts, long holdoutsCame) {

    private static final Table NUMBERS = Table.read("tickets/effect", Effect.class.getResourceAsStream("effect.tsv"));
    private static final double Z = number("Z95").doubleValue();
    private static final int SMALL = number("SMALL_GROUP").intValue();

    /// A share with its limits (割合と区間), as fractions.
    public record Interval(double value, double low, double high) {}

    private static BigDecimal number(String row) {
        return NUMBERS.rows().stream()
                .filter(one -> one.key().equals(row))
                .findFirst()
                .flatMap(one -> one.decimal("value"))
                .orElseThrow();
    }

    /// Whether there is anything to compare.
    public boolean isComparable() {
        return letters > 0 && holdouts > 0;
    }

    /// Whether a group is so small that chance decides.
    public boolean isSmall() {
        return letters < SMALL || holdouts < SMALL;
    }

    /// The rate of those written to minus that of those left out.
    public Interval difference() {
        var one = wilson(lettersCame, letters);
        var other = wilson(holdoutsCame, holdouts);
        var d = one.value - other.value;
        return new Interval(
                d,
                d - Math.hypot(one.value - one.low, other.high - other.value),
                d + Math.hypot(one.high - one.value, other.value - other.low));
    }

    static Interval wilson(long came, long of) {
        var p = (double) came / of;
        var width = Z * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of));
        var centre = p + Z * Z / (2.0 * of);
        var whole = 1 + Z * Z / of;
        return new Interval(p, (centre - width) / whole, (centre + width) / whole);
    }
}
