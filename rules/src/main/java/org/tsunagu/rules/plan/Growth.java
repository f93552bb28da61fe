package org.tsunagu.rules.plan;

import java.math.BigDecimal;

/// How the targets of a stratum change from year to year (対象者数の伸び).
public sealed interface Growth {

    /// The next year's number, not rounded.
    BigDecimal next(BigDecimal people);

    /// So many people more each year, fewer when negative.
    record Step(BigDecimal people) implements Growth {
        @Override
        public BigDecimal next(BigDecimal before) {
            return before.add(people);
        }
    }

    /// So many times as many each year: 1.0235 is 2.35 % more.
    record Factor(BigDecimal times) implements Growth {
        @Override
        public BigDecimal next(BigDecimal before) {
            return before.multiply(times);
        }
    }
}
