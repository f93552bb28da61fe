package org.tsunagu.app.planning.web;

import java.util.Arrays;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.codes.time.PlanPeriod;

/// The periods in addresses (計画期間).
final class Periods {

    private Periods() {}

    /// The one of a number.
    ///
    /// @throws NotFound if there is none
    static PlanPeriod of(int number) {
        return Arrays.stream(PlanPeriod.values())
                .filter(period -> period.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
