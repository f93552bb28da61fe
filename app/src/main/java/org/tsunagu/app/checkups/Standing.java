package org.tsunagu.app.checkups;

import java.time.LocalDate;
import java.util.List;
import org.tsunagu.app.intake.Origin;

/// A result with where it comes from and whether it counts as a specific checkup (特定健診としての取扱い).
///
/// @param programme code of the programme as the document says
/// @param fromInsurer number of the insurer that handed it over; empty for none
/// @param held why it does not count; empty when nothing keeps it from counting
/// @param missing groups of basic items that are missing
public record Standing(
        long id,
        long memberId,
        String name,
        LocalDate examDate,
        String facility,
        String programme,
        Origin origin,
        String fromInsurer,
        String held,
        List<String> missing) {

    /// What kind of result it is, as the message file names kinds.
    public String kind() {
        return origin == Origin.CHECKUP ? "CHECKUP." + (isKnown() ? programme : "other") : origin.name();
    }

    private boolean isKnown() {
        return programme.equals("010") || programme.equals("030");
    }

    /// Whether it is one of the insurer's specific checkups: nothing holds it back, and every basic item is there.
    public boolean counts() {
        return held.isEmpty() && missing.isEmpty();
    }
}
