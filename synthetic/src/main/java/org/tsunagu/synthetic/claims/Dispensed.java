package org.tsunagu.synthetic.claims;

import java.util.List;
import java.util.Optional;
import org.tsunagu.synthetic.care.Act;
import org.tsunagu.synthetic.care.Acts.Schedule;

/// One prescription in a pharmacy (処方箋受付): what was handed out and the fees for it.
///
/// @param day of the month, of the prescription and of handing it out
/// @param parts what was handed out
/// @param basic and `guide`: fees of a reception
record Dispensed(int day, List<Part> parts, Act basic, Act guide) {

    private static final int WEEK = 7;
    private static final int TWO_WEEKS = 14;
    private static final int FOUR_WEEKS = 28;

    /// One supply with its fees (調剤の内訳).
    record Part(Supply supply, Act making, Optional<Act> managing) {
        long points() {
            return supply.points() + making.points() + managing.map(Act::points).orElse(0L);
        }
    }

    /// Hands out a prescription for the fees of its month.
    static Dispensed of(int day, List<Supply> supplies, Schedule fees) {
        var isFirst = new boolean[] {true};
        var parts = supplies.stream()
                .map(supply -> {
                    var managing = isFirst[0] ? managing(supply, fees) : Optional.<Act>empty();
                    isFirst[0] = false;
                    return new Part(supply, making(supply, fees), managing);
                })
                .toList();
        return new Dispensed(day, parts, fees.get("P-BASIC"), fees.get("P-GUIDE"));
    }

    private static Act making(Supply supply, Schedule fees) {
        if (!supply.isInternal()) {
            return fees.get("P-MAKE-OUT");
        }
        return fees.get(fees.has("P-MAKE") ? "P-MAKE" : "P-MAKE-OLD" + length(supply));
    }

    /// Managing became a fee of its own in April 2022.
    private static Optional<Act> managing(Supply supply, Schedule fees) {
        var key = "P-MANAGE" + (supply.isInternal() ? length(supply) : "-" + WEEK);
        return fees.has(key) ? Optional.of(fees.get(key)) : Optional.empty();
    }

    private static String length(Supply supply) {
        var days = supply.days();
        return days <= WEEK ? "-7" : days <= TWO_WEEKS ? "-14" : days <= FOUR_WEEKS ? "-28" : "-99";
    }

    long points() {
        return parts.stream().mapToLong(Part::points).sum() + basic.points() + guide.points();
    }
}
