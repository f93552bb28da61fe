package org.tsunagu.rules.rates;

import java.math.BigDecimal;
import java.util.Optional;

/// A rate with the people behind it (率と分子・分母).
///
/// @param percent rounded as its table says; empty when nobody is in the denominator: there is no rate then, not 0 %
public record Rate(long numerator, long denominator, Optional<BigDecimal> percent) {}
