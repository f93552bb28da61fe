package org.tsunagu.synthetic.claims;

import java.util.List;
import org.tsunagu.synthetic.care.Drug;

/// Medicines prescribed together for a time (処方).
///
/// @param days handed out for; 1 for external medicines
record Supply(List<Drug> drugs, int days) {

    boolean isInternal() {
        return drugs.getFirst().isInternal();
    }

    /// Points of the medicines: those of a day times the days.
    long points() {
        return Drug.points(
                        drugs.stream().map(Drug::dailyYen).reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
                * days;
    }
}
