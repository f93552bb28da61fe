package org.tsunagu.measures.count;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One counted figure (集計値).
///
/// @param strata what it is counted for, in the order asked for, the dimension last
/// @param part numerator, exact
/// @param whole denominator, exact; 0 for counts
/// @param value the figure as shown; absent when there is nobody to divide by
public record Figure(List<String> strata, BigDecimal part, BigDecimal whole, Optional<BigDecimal> value) {}
