package org.tsunagu.charts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One series of bars (系列), for example one sex: a value a category, none where it is hidden or unknown.
public record Series(String name, List<Optional<BigDecimal>> values) {}
