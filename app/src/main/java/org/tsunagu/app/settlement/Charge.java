package org.tsunagu.app.settlement;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// What a person pays at the counter for one part (窓口負担), as numbers: `000500` and `500` are the same.
///
/// @param kind 別表6: 1 nothing, 2 fixed, 3 rate, 4 limit
/// @param amount yen; 0 for none
/// @param rate percent × 1000; 0 for none
/// @param most what the insurer bears at most, yen; 0 for no limit
public record Charge(Part part, String kind, long amount, long rate, long most) {

    private static final String NOTHING = "1";
    private static final String LIMIT = "4";
    private static final Pattern KEPT =
            Pattern.compile("(?<part>[A-Z]+) (?<kind>.*)/(?<amount>\\d+)/(?<rate>\\d+)/(?<most>\\d+)", Pattern.DOTALL);

    /// A charge whose rate is known in percent.
    public static Charge ofPercent(Part part, String kind, long amount, long percent, long most) {
        return new Charge(part, kind, amount, percent * Limits.RATE_UNIT, most);
    }

    /// The rate in percent.
    public String percent() {
        return BigDecimal.valueOf(rate)
                .divide(BigDecimal.valueOf(Limits.RATE_UNIT))
                .stripTrailingZeros()
                .toPlainString();
    }

    /// Whether it says the same. A limit may be written as the kind, or beside it: it then decides.
    boolean agreesWith(Charge other) {
        return plain().equals(other.plain());
    }

    private Charge plain() {
        return switch (kind) {
            case LIMIT -> new Charge(part, LIMIT, Math.max(amount, most), 0, 0);
            case "", NOTHING -> most == 0 ? new Charge(part, kind, 0, 0, 0) : new Charge(part, LIMIT, most, 0, 0);
            default -> this;
        };
    }

    /// Its part and numbers, as grounds keep them.
    String text() {
        return "%s %s/%d/%d/%d".formatted(part, kind, amount, rate, most);
    }

    /// What grounds keep; the kind is as the file has it, whatever that is.
    ///
    /// @throws IllegalArgumentException if it is no charge
    public static Charge of(String text) {
        var kept = KEPT.matcher(text);
        if (!kept.matches()) {
            throw new IllegalArgumentException("no charge");
        }
        return new Charge(
                Part.valueOf(kept.group("part")),
                kept.group("kind"),
                Long.parseLong(kept.group("amount")),
                Long.parseLong(kept.group("rate")),
                Long.parseLong(kept.group("most")));
    }
}
