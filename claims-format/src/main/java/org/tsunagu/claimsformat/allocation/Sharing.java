package org.tsunagu.claimsformat.allocation;

import org.tsunagu.claimsformat.disease.Bucket;

/// Shares one claim after the other out by every method and adds up the tables (1件ごとの配分).
final class Sharing {

    private final CostSettings settings;
    private final PdmWeights weights;
    private final int dispensingPrice;
    private final CostResult result;

    Sharing(CostSettings settings, PdmWeights weights, int dispensingPrice, CostResult result) {
        this.settings = settings;
        this.weights = weights;
        this.dispensingPrice = dispensingPrice;
        this.result = result;
    }

    /// Shares a claim out.
    ///
    /// @param received points of dispensing joined to it
    /// @param given points it has given away, if it is dispensing
    /// @return points of its own by the proportional distribution, one for each disease row
    long[] share(Spilled claim, long received, long given) {
        if (claim.is(Spilled.DISPENSING)) {
            dispensing(claim, given);
            return new long[claim.groups().size()];
        }
        if (claim.groups().isEmpty()) {
            whole(claim, Bucket.NODISEASE, claim.points() + received, yen(claim, received));
            return new long[0];
        }
        var sharing = weights.of(claim.sex(), claim.column(CostGroups.Kind.CLASS121));
        for (var method : Method.values()) {
            byMethod(method, claim, received, sharing);
        }
        return LargestRemainder.split(claim.points(), sharing);
    }

    private long yen(Spilled claim, long received) {
        return claim.points() * claim.yenPerPoint() + received * dispensingPrice + claim.mealYen();
    }

    private void dispensing(Spilled claim, long given) {
        var left = claim.points() - given;
        result.addDispensing(claim.points(), left);
        var yen = left * claim.yenPerPoint() + claim.mealYen();
        for (var method : Method.values()) {
            result.addAllocated(method, left, yen);
            addYen(method, claim, settings.groups().numbers(Bucket.PHA_UNMATCHED), yen);
        }
    }

    private void whole(Spilled claim, Bucket bucket, long points, long yen) {
        var groups = settings.groups().numbers(bucket);
        for (var method : Method.values()) {
            result.addAllocated(method, points, yen);
            addYen(method, claim, groups, yen);
            addClaim(method, claim, groups);
        }
    }

    private void byMethod(Method method, Spilled claim, long received, long[] sharing) {
        var main = Math.max(0, claim.main());
        var shares = method.weights(sharing, main, claim.mostResources());
        var own = LargestRemainder.split(claim.points(), shares);
        var joined = LargestRemainder.split(received, shares);
        var meals = LargestRemainder.split(claim.mealYen(), shares);
        for (var i = 0; i < shares.length; i++) {
            var yen = own[i] * claim.yenPerPoint() + joined[i] * dispensingPrice + meals[i];
            result.addAllocated(method, own[i] + joined[i], yen);
            addYen(method, claim, claim.groups().get(i), yen);
            if (method.isWhole() && shares[i] > 0) {
                addClaim(method, claim, claim.groups().get(i));
            }
        }
    }

    private void addYen(Method method, Spilled claim, int[] groups, long yen) {
        if (!claim.is(Spilled.PUBLIC_ONLY)) {
            for (var kind : CostGroups.Kind.values()) {
                result.cells(kind, method).addYen(claim.band(), groups[kind.index()], yen);
            }
        }
    }

    private void addClaim(Method method, Spilled claim, int[] groups) {
        if (method.isWhole() && !claim.is(Spilled.PUBLIC_ONLY | Spilled.NOT_COUNTED)) {
            for (var kind : CostGroups.Kind.values()) {
                result.cells(kind, method).addClaim(claim.band(), groups[kind.index()]);
            }
        }
    }
}
