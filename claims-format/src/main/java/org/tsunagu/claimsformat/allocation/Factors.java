package org.tsunagu.claimsformat.allocation;

/// The three factors of cost (医療費の三要素) of a group of people: cost per head = claims per head ×
/// days per claim × cost per day, all exact.
///
/// @param people on average enrolled
/// @param claims number of claims
/// @param days of care
/// @param cost yen
public record Factors(long people, long claims, long days, long cost) {

    /// Claims per head (受診率).
    public Fraction rate() {
        return Fraction.of(claims, people);
    }

    /// Days per claim (1件当たり日数).
    public Fraction daysPerClaim() {
        return Fraction.of(days, claims);
    }

    /// Yen per day (1日当たり医療費).
    public Fraction costPerDay() {
        return Fraction.of(cost, days);
    }

    /// Yen per head (1人当たり医療費).
    public Fraction costPerHead() {
        return Fraction.of(cost, people);
    }

    /// Yen per claim (1件当たり医療費).
    public Fraction costPerClaim() {
        return Fraction.of(cost, claims);
    }

    /// How much of the difference in cost per head each factor makes.
    ///
    /// @param rate yen per head by claims per head
    /// @param days yen per head by days per claim
    /// @param price yen per head by cost per day
    public record Split(Fraction rate, Fraction days, Fraction price) {

        /// The three together: exactly the difference of the two costs per head.
        public Fraction sum() {
            return rate.plus(days).plus(price);
        }
    }

    /// Splits the difference of cost per head from another group (要因分解): each factor gets its share
    /// in the mean over all orders in which the three could have changed.
    ///
    /// @throws ArithmeticException if a group has no people, claims or days
    public Split from(Factors other) {
        return new Split(
                effect(rate(), other.rate(), daysPerClaim(), other.daysPerClaim(), costPerDay(), other.costPerDay()),
                effect(daysPerClaim(), other.daysPerClaim(), costPerDay(), other.costPerDay(), rate(), other.rate()),
                effect(costPerDay(), other.costPerDay(), rate(), other.rate(), daysPerClaim(), other.daysPerClaim()));
    }

    private static Fraction effect(Fraction to, Fraction from, Fraction b, Fraction b0, Fraction c, Fraction c0) {
        var same = b.times(c).plus(b0.times(c0)).times(Fraction.of(1, 3));
        var mixed = b.times(c0).plus(b0.times(c)).times(Fraction.of(1, 6));
        return to.minus(from).times(same.plus(mixed));
    }
}
