package org.tsunagu.charts;

import java.math.BigDecimal;
import java.util.Optional;
import org.tsunagu.codes.item.ItemValue;
import org.tsunagu.codes.time.FiscalYear;

/// One value of a line (測定値): the year and what became of the item in it. A year without checkup has no reading.
public record Reading(FiscalYear year, ItemValue value) {

    /// The number to draw; none for a mark without a number.
    Optional<BigDecimal> number() {
        return value.state().isValue() ? Optional.ofNullable(value.number()) : Optional.empty();
    }
}
