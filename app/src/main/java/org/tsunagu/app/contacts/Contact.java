package org.tsunagu.app.contacts;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/// A contact as recorded (連絡の記録).
public record Contact(
        long id,
        OffsetDateTime at,
        Channel channel,
        Outcome outcome,
        SpokeWith spokeWith,
        String note,
        String nextStep,
        Optional<LocalDate> nextDay,
        String staffName) {

    /// How (手段).
    public enum Channel {
        PHONE,
        VISIT,
        OFFICE,
        ONLINE,
        LETTER
    }

    /// What came of it (結果).
    public enum Outcome {
        SPOKE,
        ABSENT,
        REFUSED,
        MESSAGE_LEFT,
        WRONG_ADDRESS,
        FAMILY,
        SENT
    }

    /// With whom (相手).
    public enum SpokeWith {
        PERSON,
        FAMILY,
        DOCTOR,
        NOBODY
    }
}
