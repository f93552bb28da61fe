package org.tsunagu.app.checkups;

import java.time.LocalDate;
import org.tsunagu.app.intake.Origin;
import org.tsunagu.codes.item.CheckupValues;

/// A checkup as stored (健診結果).
///
/// @param documentId the document it came in
/// @param fromInsurer number of the insurer that handed it over; empty for none
public record Checkup(
        long id,
        long memberId,
        long documentId,
        LocalDate examDate,
        int fiscalYear,
        String programme,
        String facility,
        CheckupValues values,
        Origin origin,
        String fromInsurer) {}
