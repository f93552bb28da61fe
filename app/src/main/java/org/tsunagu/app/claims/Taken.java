package org.tsunagu.app.claims;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.claim.Line;
import org.tsunagu.claimsformat.disease.Diseases.Classified;
import org.tsunagu.claimsformat.record.Kind;

/// A claim as it was read from a delivery (読み取ったレセプト), its codes resolved.
///
/// @param number of the claim in the delivery, from 1
/// @param entry path in the archive; empty for a loose file
record Taken(
        int number,
        String entry,
        Claim claim,
        List<Classified> diseases,
        boolean isOnDialysis,
        List<Supply> drugs,
        Map<YearMonth, Long> prescriptions) {

    /// The month in which it was claimed (請求年月), else the one in which it should have been.
    YearMonth claimMonth() {
        return claim.claimMonth().orElseGet(() -> Completeness.claimMonth(claim.careMonth()));
    }

    /// Whether public payers alone pay (公費単独).
    boolean isPublicOnly() {
        return claim.decided().headers().isPublicOnly();
    }

    /// Points of a dispensing claim by month of the prescription; nothing for others.
    static Map<YearMonth, Long> prescriptions(Claim claim) {
        var months = new TreeMap<YearMonth, Long>();
        if (claim.kind() == Kind.DISPENSING) {
            for (var line : claim.decided().lines()) {
                if (line.counting() != Line.Counting.NOT_COUNTED && line.date().isPresent()) {
                    months.merge(YearMonth.from(line.date().get()), line.counted(), Long::sum);
                }
            }
        }
        return months;
    }
}
