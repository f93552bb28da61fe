package org.tsunagu.app.retention;

import java.util.Optional;
import org.tsunagu.app.keeping.KeptRecords.Kept;
import org.tsunagu.rules.legal.Retention.Term;

/// A record old enough to be looked at, with what the rules and the holds say (保存期間の判定).
///
/// @param hold which keeps it longer
/// @param isWaiting other records of the person are kept, with which this one stays
public record Due(String kind, Kept record, Term term, boolean isOver, Optional<Hold> hold, boolean isWaiting) {

    /// Whether it may be deleted.
    public boolean isDeletable() {
        return isOver && hold.isEmpty() && !isWaiting;
    }

    /// Why it is deleted or kept: the word of a sentence.
    public String why() {
        if (isDeletable()) {
            return "OVER";
        }
        return hold.isPresent() && isOver
                ? "HELD"
                : isWaiting && isOver ? "WAITING" : term.because().name();
    }
}
