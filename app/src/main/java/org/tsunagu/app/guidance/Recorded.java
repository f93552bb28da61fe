package org.tsunagu.app.guidance;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.tsunagu.rules.guidance.Event;

/// Something that happened in a course, as it was recorded (記録). Never changed.
///
/// @param waist cm, as measured at this event
/// @param weight kg
/// @param goals keys of `goals.tsv`
/// @param words goals in the member's own words, or a note
/// @param by who did it
/// @param corrects id of the record that it replaces; 0 for none
/// @param annuls whether it only takes that one back
/// @param origin STAFF, SYSTEM or DOCUMENT
/// @param staffName who recorded it
/// @param documentId the received document that says so; 0 for none
public record Recorded(
        long id,
        Event event,
        Optional<BigDecimal> waist,
        Optional<BigDecimal> weight,
        List<String> goals,
        String words,
        String by,
        long corrects,
        boolean annuls,
        String origin,
        String staffName,
        OffsetDateTime at,
        long documentId) {

    static final String STAFF = "STAFF";
    static final String SYSTEM = "SYSTEM";
    static final String DOCUMENT = "DOCUMENT";
}
