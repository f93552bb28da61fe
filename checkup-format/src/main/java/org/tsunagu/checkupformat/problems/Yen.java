package org.tsunagu.checkupformat.problems;

import java.util.Optional;
import org.tsunagu.checkupformat.document.Field;

/// Amounts of a settlement file (金額), whole yen.
final class Yen {

    private static final long HIGHEST = Limits.shipped().integer("amount_highest");

    private Yen() {}

    /// The amount; empty when it is not there or cannot be read.
    static Optional<Long> of(Field field) {
        return Digits.within(field.text(), 0, HIGHEST) ? Optional.of(Long.parseLong(field.text())) : Optional.empty();
    }

    /// The amount, nothing when it is not there; empty when it cannot be read.
    static Optional<Long> orNothing(Field field) {
        return field.isThere() ? of(field) : Optional.of(0L);
    }

    /// The sum, nothing for what is not there; empty when one cannot be read.
    static Optional<Long> sum(Iterable<Field> fields) {
        var sum = 0L;
        for (var field : fields) {
            var amount = orNothing(field);
            if (amount.isEmpty()) {
                return Optional.empty();
            }
            sum += amount.get();
        }
        return Optional.of(sum);
    }

    /// Reports an amount that is not the calculated one; one that is not there is another finding.
    static void compare(String check, Field written, Optional<Long> expected, Findings findings) {
        compare(check, written, of(written), expected, findings);
    }

    /// The same for an amount that may be left out when it is nothing.
    static void compareOrNothing(String check, Field written, Optional<Long> expected, Findings findings) {
        compare(check, written, orNothing(written), expected, findings);
    }

    private static void compare(
            String check, Field written, Optional<Long> actual, Optional<Long> expected, Findings findings) {
        if (actual.isPresent() && expected.isPresent() && !actual.equals(expected)) {
            findings.field(
                    check, written, "actual", Shape.orDash(written.text()), "expected", String.valueOf(expected.get()));
        }
    }
}
