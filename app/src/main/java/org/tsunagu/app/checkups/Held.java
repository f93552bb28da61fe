package org.tsunagu.app.checkups;

import java.util.Optional;
import org.tsunagu.app.consent.Consent.Decision;
import org.tsunagu.app.intake.Origin;

/// Why a result does not count as a specific checkup although nothing is wrong with it (特定健診としての取扱い).
enum Held {
    /// The member was not asked yet.
    CONSENT,
    /// The member said no, or took the consent back.
    REFUSED,
    /// Basic items are missing.
    ITEMS,
    /// It is a checkup of a former insurer.
    FORMER;

    /// A result of treatment counts with the member's consent and all basic items; one of a former insurer never does.
    ///
    /// @param consent what the member said last about results of treatment
    /// @param complete whether all basic items are known to be there
    static Optional<Held> of(Origin origin, Optional<Decision> consent, boolean complete) {
        return switch (origin) {
            case CHECKUP, DOCK -> Optional.empty();
            case HANDOVER -> Optional.of(FORMER);
            case CLINICAL -> ofTreatment(consent, complete);
            case CLAIMS -> throw new IllegalArgumentException("claims are no results");
        };
    }

    private static Optional<Held> ofTreatment(Optional<Decision> consent, boolean complete) {
        if (consent.isEmpty()) {
            return Optional.of(CONSENT);
        }
        if (consent.get() != Decision.GIVEN) {
            return Optional.of(REFUSED);
        }
        return complete ? Optional.empty() : Optional.of(ITEMS);
    }

    /// As the column has it; empty when nothing holds the result back.
    static String text(Optional<Held> held) {
        return held.map(Enum::name).orElse("");
    }
}
