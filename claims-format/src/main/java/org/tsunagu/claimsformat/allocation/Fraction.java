package org.tsunagu.claimsformat.allocation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// An exact quotient of whole numbers (分数): equal fractions are equal objects.
///
/// @param below greater than zero
public record Fraction(BigInteger above, BigInteger below) {

    /// Reduces.
    ///
    /// @throws ArithmeticException if the denominator is zero
    public Fraction {
        if (below.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        var common = above.gcd(below);
        if (below.signum() < 0) {
            common = common.negate();
        }
        above = above.divide(common);
        below = below.divide(common);
    }

    /// The quotient of two whole numbers.
    public static Fraction of(long above, long below) {
        return new Fraction(BigInteger.valueOf(above), BigInteger.valueOf(below));
    }

    /// The sum.
    public Fraction plus(Fraction other) {
        return new Fraction(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
    }

    /// The difference.
    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.above.negate(), other.below));
    }

    /// The product.
    public Fraction times(Fraction other) {
        return new Fraction(above.multiply(other.above), below.multiply(other.below));
    }

    /// The decimal number, half up away from zero.
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(above).divide(new BigDecimal(below), decimals, RoundingMode.HALF_UP);
    }
}
