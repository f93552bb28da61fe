package org.tsunagu.app.retention;

import java.time.LocalDate;

/// A reason to keep something longer (削除の保留).
///
/// @param memberId 0 for everybody
/// @param kind of `legal/retention`; empty for all
/// @param until the last day
/// @param releasedBy who has ended it; empty while it holds
public record Hold(
        long id, long memberId, String kind, String reason, LocalDate until, String staffName, String releasedBy) {

    boolean concerns(String ofKind, long member, LocalDate day) {
        return releasedBy.isEmpty()
                && !day.isAfter(until)
                && (kind.isEmpty() || kind.equals(ofKind))
                && (memberId == 0 || memberId == member);
    }
}
