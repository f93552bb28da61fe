package org.tsunagu.claimsformat.claim;

import org.tsunagu.claimsformat.record.Kind;

/// What a claim costs (金額), in whole points and yen.
///
/// @param pointsClaimed points of the leading payer as claimed; yen for nursing
/// @param pointsDecided the same after the review body's corrections; 0 when the claim does not count
/// @param linePoints sum of the decided lines
/// @param mealYen yen of meals as decided
/// @param yenPerPoint 10, or the discounted price of a point; 1 for nursing
public record Amounts(long pointsClaimed, long pointsDecided, long linePoints, long mealYen, int yenPerPoint) {

    /// What the review body cut (査定), in points.
    public long reduction() {
        return pointsClaimed - pointsDecided;
    }

    /// Total cost (費用額) in yen: points at their price, and meals.
    public long costYen() {
        return pointsDecided * yenPerPoint + mealYen;
    }

    static Amounts of(Kind kind, Version claimed, Version decided, int pointPrice, Status status) {
        var price = pointPrice > 0 ? pointPrice : AmountRules.of(kind).yenPerPoint();
        var counts = status == Status.COUNTED;
        return new Amounts(
                claimed.headers().points(),
                counts ? decided.headers().points() : 0,
                decided.sum(),
                counts ? decided.headers().mealYen() : 0,
                price);
    }
}
