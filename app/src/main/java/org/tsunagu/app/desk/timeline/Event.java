package org.tsunagu.app.desk.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Something in the life of a member (経過の出来事): a time at an insurer, a checkup, a contact, a letter.
///
/// @param insurer whose it is: number or words; empty for the insurer that is worked for
/// @param from first day; empty when nobody knows
/// @param to last day of a time; empty while it lasts, and for what has one day only
/// @param keys of the sentences that say what it is, in turn
/// @param text what the sentences leave out, such as the facility
public record Event(
        Kind kind, String insurer, Optional<LocalDate> from, Optional<LocalDate> to, List<String> keys, String text) {

    /// What it is; each kind has a row of its own in the picture.
    public enum Kind {
        /// A time of being insured (資格期間).
        COVERAGE,
        CHECKUP,
        CONTACT,
        LETTER
    }

    static Event coverage(String insurer, Optional<LocalDate> from, Optional<LocalDate> to, String key) {
        return new Event(Kind.COVERAGE, insurer, from, to, List.of(key), "");
    }

    static Event on(LocalDate day, Kind kind, String insurer, List<String> keys, String text) {
        return new Event(kind, insurer, Optional.of(day), Optional.empty(), keys, text);
    }
}
