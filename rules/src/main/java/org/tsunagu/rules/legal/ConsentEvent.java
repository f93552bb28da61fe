package org.tsunagu.rules.legal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

/// An entry of the ledger of consents (同意の出来事). It is never changed; a correction is another entry.
///
/// @param id in the order of writing
/// @param purpose of `purposes.tsv`
/// @param classes kinds of data, of `data-classes.tsv`; none for all in a withdrawal
/// @param day on which it was said: of a letter the day on it, which may lie before the writing
/// @param from the moment from which it holds
/// @param until the moment at which it ends; empty when it lasts
/// @param at when it was written down
public record ConsentEvent(
        long id,
        Act act,
        String purpose,
        Recipient recipient,
        Set<String> classes,
        LocalDate day,
        OffsetDateTime from,
        Optional<OffsetDateTime> until,
        OffsetDateTime at) {

    /// Whether it was known, and held, at a moment.
    boolean isKnown(OffsetDateTime moment) {
        return !at.isAfter(moment) && !from.isAfter(moment);
    }
}
