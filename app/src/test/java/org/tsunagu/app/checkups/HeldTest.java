package org.tsunagu.app.checkups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.app.consent.Consent.Decision;
import org.tsunagu.app.intake.Origin;

/// What holds a result back (特定健診としての取扱い), by where it came from, what the member said and what is missing.
class HeldTest {

    @ParameterizedTest
    @CsvSource({
        "CHECKUP,  ,          false, ''",
        "CHECKUP,  REFUSED,   false, ''",
        "DOCK,     ,          false, ''",
        "HANDOVER, GIVEN,     true,  FORMER",
        "CLINICAL, ,          true,  CONSENT",
        "CLINICAL, ,          false, CONSENT",
        "CLINICAL, REFUSED,   true,  REFUSED",
        "CLINICAL, WITHDRAWN, true,  REFUSED",
        "CLINICAL, GIVEN,     false, ITEMS",
        "CLINICAL, GIVEN,     true,  ''",
    })
    void held(Origin origin, Decision said, boolean complete, String held) {
        assertThat(Held.text(Held.of(origin, Optional.ofNullable(said), complete)))
                .isEqualTo(held);
    }
}
