package org.tsunagu.checkupformat.problems;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The checkup that led to the guidance (保健指導のもとになった健診), as the receiver knows it from elsewhere: a guidance
/// document names its day but not its values.
///
/// @param day day of the checkup
/// @param waist cm; null when not measured
/// @param weight kg; null when not measured
public record CheckupBaseline(
        LocalDate day, @Nullable BigDecimal waist, @Nullable BigDecimal weight) {}
