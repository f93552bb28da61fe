package org.tsunagu.app.lists;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;

/// The lists of a month (リストの作成).
///
/// @param people who was looked at: everybody covered at the end of the month
/// @param former covered within the year before, but no longer: nobody looked at them
/// @param state WAITING, DONE or REPLACED by a later one of the same month
public record Build(
        long id,
        YearMonth month,
        String ruleSet,
        long people,
        long former,
        String state,
        String askedBy,
        OffsetDateTime askedAt,
        Optional<OffsetDateTime> doneAt) {

    /// Whether it is still to be made; another of the same month may have replaced it meanwhile.
    boolean isWaiting() {
        return state.equals("WAITING");
    }

    /// Whether it can be looked at.
    public boolean isDone() {
        return state.equals("DONE");
    }
}
