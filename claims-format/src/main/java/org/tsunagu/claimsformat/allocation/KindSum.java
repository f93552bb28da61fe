package org.tsunagu.claimsformat.allocation;

import org.tsunagu.claimsformat.claim.Claim;

/// Sums of the claims of one kind (種類別の合計), before anything is joined or shared.
public final class KindSum {

    private long claims;
    private long days;
    private long points;
    private long mealYen;
    private long yen;

    KindSum() {}

    void add(Claim claim) {
        claims++;
        days += claim.days();
        points += claim.amounts().pointsDecided();
        mealYen += claim.amounts().mealYen();
        yen += claim.amounts().costYen();
    }

    /// Number of claims (件数).
    public long claims() {
        return claims;
    }

    /// Days of care (診療実日数); for dispensing the prescriptions received.
    public long days() {
        return days;
    }

    /// Points as decided; for nursing yen.
    public long points() {
        return points;
    }

    /// Yen of meals.
    public long mealYen() {
        return mealYen;
    }

    /// Total cost in yen (費用額).
    public long yen() {
        return yen;
    }

    /// The three factors for a number of people.
    public Factors factors(long people) {
        return new Factors(people, claims, days, yen);
    }
}
