package org.tsunagu.rules.care;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What was found of one variable of a list (確認した内容): a number, or why there is none.
///
/// @param number 1 and 0 for what is yes or no; empty when it cannot be told
/// @param shown as it is shown; empty for the number itself
/// @param item 17-digit code of the item it was read from; empty when there is none
/// @param why key of why it cannot be told; empty when it can
/// @param more key of why the number may be larger than what was found; empty when it is all there is
/// @param details where it was found: days, months, claims, institutions, drugs
public record Finding(
        Optional<BigDecimal> number, String shown, String item, String why, String more, Map<String, String> details) {

    /// Copies the details.
    public Finding {
        details = Map.copyOf(details);
    }

    /// A number.
    public static Finding of(BigDecimal number) {
        return new Finding(Optional.of(number), "", "", "", "", Map.of());
    }

    /// A count.
    public static Finding of(long count) {
        return of(BigDecimal.valueOf(count));
    }

    /// Yes or no.
    public static Finding of(boolean holds) {
        return of(holds ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    /// Something that cannot be told.
    public static Finding unknown(String why) {
        return new Finding(Optional.empty(), "", "", why, "", Map.of());
    }

    /// The same with where it was found.
    public Finding with(String name, String detail) {
        if (detail.isEmpty()) {
            return this;
        }
        var further = new LinkedHashMap<>(details);
        further.put(name, detail);
        return new Finding(number, shown, item, why, more, further);
    }

    /// Whether it is a number other than 0.
    public boolean isPositive() {
        return number.map(BigDecimal::signum).orElse(0) > 0;
    }

    /// The same as the least it can be when a reason stands against calling it all.
    public Finding atLeast(String whyMore) {
        return whyMore.isEmpty() || number.isEmpty() ? this : new Finding(number, shown, item, why, whyMore, details);
    }

    /// The same unless it is 0 and a reason stands against calling it so.
    public Finding unless(String whyNot) {
        return whyNot.isEmpty() || isPositive() || number.isEmpty() ? this : unknown(whyNot);
    }
}
