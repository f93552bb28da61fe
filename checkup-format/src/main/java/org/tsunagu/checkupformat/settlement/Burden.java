package org.tsunagu.checkupformat.settlement;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.tsunagu.checkupformat.document.Charge;
import org.tsunagu.checkupformat.document.Field;

/// What a person pays at the counter for one category of a checkup, or for guidance (窓口負担), as the ticket says. Amounts
/// in yen.
///
/// @param kind 別表6
/// @param amount of a fixed burden; else 0
/// @param rate of a proportional burden, percent × 1000 (10 % = 10000); else 0
/// @param limit most that the insurer bears; empty for no limit
public record Burden(Kind kind, long amount, long rate, OptionalLong limit) {

    /// Kinds of burden (別表6).
    public enum Kind {
        /// 負担なし.
        NOTHING,
        /// 定額負担.
        FIXED,
        /// 定率負担.
        RATE,
        /// 保険者の負担上限額: the person pays what goes beyond it.
        LIMIT
    }

    /// @throws IllegalArgumentException if an amount is negative, or a burden by limit has none
    public Burden {
        if (amount < 0 || rate < 0 || limit.orElse(0) < 0 || (kind == Kind.LIMIT && limit.isEmpty())) {
            throw new IllegalArgumentException("no burden: %s %d %d %s".formatted(kind, amount, rate, limit));
        }
    }

    /// Nothing to pay.
    public static Burden nothing() {
        return new Burden(Kind.NOTHING, 0, 0, OptionalLong.empty());
    }

    /// A fixed amount.
    public static Burden fixed(long yen) {
        return new Burden(Kind.FIXED, yen, 0, OptionalLong.empty());
    }

    /// A rate in percent × 1000.
    public static Burden rate(long rate) {
        return new Burden(Kind.RATE, 0, rate, OptionalLong.empty());
    }

    /// All beyond the limit of the insurer.
    public static Burden beyond(long limit) {
        return new Burden(Kind.LIMIT, 0, 0, OptionalLong.of(limit));
    }

    /// The same burden where the insurer bears at most so much.
    public Burden limited(long most) {
        return new Burden(kind, amount, rate, OptionalLong.of(most));
    }

    /// The burden a ticket writes; empty when it says nothing or cannot be read.
    ///
    /// @param limit the separate limit of a ningen dock or of guidance; absent for none
    public static Optional<Burden> of(Charge charge, Field limit) {
        var most = yen(limit);
        if (!limit.isEmpty() && most.isEmpty()) {
            return Optional.empty();
        }
        var burden = plain(charge, most);
        return most.isPresent() ? burden.map(one -> one.limited(most.getAsLong())) : burden;
    }

    private static Optional<Burden> plain(Charge charge, OptionalLong most) {
        var amount = yen(charge.amount());
        var rate = yen(charge.rate());
        return switch (charge.kind().text()) {
            case "1" -> Optional.of(nothing());
            case "2" -> amount.isPresent() ? Optional.of(fixed(amount.getAsLong())) : Optional.empty();
            case "3" -> rate.isPresent() ? Optional.of(rate(rate.getAsLong())) : Optional.empty();
            case "4" -> amount.isPresent() ? Optional.of(beyond(amount.getAsLong())) : Optional.empty();
            case "" -> most.isPresent() ? Optional.of(beyond(most.getAsLong())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static OptionalLong yen(Field field) {
        var text = field.text();
        var isNumber =
                text.length() == SettlementRules.TICKET_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /// What the person pays of an amount that other programmes leave: from nothing to all of it, whole yen.
    ///
    /// @throws IllegalArgumentException if the amount is negative
    public long of(long open) {
        if (open < 0) {
            throw new IllegalArgumentException("negative amount %d".formatted(open));
        }
        var own = switch (kind) {
            case NOTHING -> 0;
            case FIXED -> Math.min(amount, open);
            case RATE ->
                Math.min(open, SettlementRules.part(open, BigDecimal.valueOf(rate), SettlementRules.TICKET_RATE));
            case LIMIT -> 0;
        };
        return open - own > limit.orElse(Long.MAX_VALUE) ? open - limit.getAsLong() : own;
    }
}
