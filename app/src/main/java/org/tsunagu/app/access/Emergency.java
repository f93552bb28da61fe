package org.tsunagu.app.access;

import java.time.Duration;
import java.time.OffsetDateTime;

/// Leave to see one person although the role does not allow it (緊急閲覧): in this session, at this insurer, for an hour.
///
/// @param memberId the only person it opens
public record Emergency(long memberId, OffsetDateTime until) {

    private static final Duration LENGTH = Duration.ofMinutes(60);

    /// One that begins now.
    public static Emergency from(OffsetDateTime now, long memberId) {
        return new Emergency(memberId, now.plus(LENGTH));
    }

    boolean isOver(OffsetDateTime now) {
        return !now.isBefore(until);
    }
}
