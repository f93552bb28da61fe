package org.tsunagu.app.consent;

import java.time.OffsetDateTime;
import java.util.Optional;

/// A time in which people cannot be asked (災害時モード).
///
/// @param postalCode beginning of the postal codes of the people concerned; empty for everybody
/// @param until when it ends by itself
/// @param ended when somebody has ended it before
public record Disaster(
        long id,
        String reason,
        String postalCode,
        OffsetDateTime started,
        OffsetDateTime until,
        String staffName,
        Optional<OffsetDateTime> ended,
        String endedBy) {

    /// Whether it is open at a moment.
    public boolean isOpen(OffsetDateTime moment) {
        return moment.isBefore(ended.orElse(until)) && moment.isBefore(until);
    }

    boolean concerns(String memberPostalCode) {
        return digits(memberPostalCode).startsWith(digits(postalCode));
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
