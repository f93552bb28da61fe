package org.tsunagu.app.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Accounts.Verdict;

/// Wrong passwords and codes of an account (失敗の回数): after five of them it is locked for a while.
@Component
class Failures {

    private static final int MOST = 5;
    private static final int LOCK_MINUTES = 15;

    private final JdbcClient jdbc;
    private final Clock clock;

    Failures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isLocked(long staffId) {
        return jdbc.sql("select coalesce(locked_until > :now, false) from access.staff where id = :id")
                .param("now", OffsetDateTime.now(clock))
                .param("id", staffId)
                .query(Boolean.class)
                .single();
    }

    /// Counts a failure in one statement, so that none of many at once is lost.
    Verdict count(long staffId) {
        var isLocked = jdbc.sql("update access.staff set"
                        + " failures = case when failures + 1 >= :most then 0 else failures + 1 end,"
                        + " locked_until = case when failures + 1 >= :most then :until else locked_until end"
                        + " where id = :id returning failures = 0")
                .param("most", MOST)
                .param("until", OffsetDateTime.now(clock).plusMinutes(LOCK_MINUTES))
                .param("id", staffId)
                .query(Boolean.class)
                .single();
        return isLocked ? Verdict.LOCKED : Verdict.WRONG;
    }

    void clear(long staffId) {
        jdbc.sql("update access.staff set failures = 0, locked_until = null where id = :id")
                .param("id", staffId)
                .update();
    }
}
