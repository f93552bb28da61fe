package org.tsunagu.app.api;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.TenantTransactions;

/// Which request has been answered how, by idempotency key (べき等キー).
@Service
class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final OffsetDateTime programStart;

    IdempotencyKeys(JdbcClient jdbc, TenantTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.programStart = OffsetDateTime.now(clock);
    }

    /// An answer as it was given.
    ///
    /// @param fingerprint of the request; empty while it is being worked on
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Answer(String fingerprint, int status, String contentType, String location, byte[] body) {

        boolean isOpen() {
            return status == 0;
        }
    }

    /// Takes a key for a request.
    ///
    /// @return what another request with this key has come to; empty when the key is taken now
    Optional<Answer> take(Actor actor, String key) {
        var now = OffsetDateTime.now(clock);
        return transactions.in(actor.insurer().id(), () -> {
            // What was open when the program was killed will never be answered.
            jdbc.sql("delete from api.answer where started_at < :old or status is null and started_at < :start")
                    .param("old", now.minus(KEPT))
                    .param("start", programStart)
                    .update();
            var isTaken = jdbc.sql("insert into api.answer (insurer_id, client, key, started_at)"
                                    + " values (:insurer, :client, :key, :now) on conflict do nothing")
                            .param("insurer", actor.insurer().id().value())
                            .param("client", -actor.id())
                            .param("key", key)
                            .param("now", now)
                            .update()
                    > 0;
            return isTaken ? Optional.empty() : Optional.of(find(actor, key));
        });
    }

    private Answer find(Actor actor, String key) {
        return jdbc.sql("select fingerprint, coalesce(status, 0), content_type, location, body from api.answer"
                        + " where client = :client and key = :key")
                .param("client", -actor.id())
                .param("key", key)
                .query((row, n) -> new Answer(
                        row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getBytes(5)))
                .optional()
                // Let go between the two statements: as if it were still open.
                .orElse(new Answer("", 0, "", "", new byte[0]));
    }

    void keep(Actor actor, String key, Answer answer) {
        transactions.run(
                actor.insurer().id(),
                () -> jdbc.sql("update api.answer set fingerprint = :fingerprint, status = :status,"
                                + " content_type = :type, location = :location, body = :body"
                                + " where client = :client and key = :key")
                        .param("fingerprint", answer.fingerprint())
                        .param("status", answer.status())
                        .param("type", answer.contentType())
                        .param("location", answer.location())
                        .param("body", answer.body())
                        .param("client", -actor.id())
                        .param("key", key)
                        .update());
    }

    /// Gives a key back, when the request came to nothing.
    void release(Actor actor, String key) {
        transactions.run(
                actor.insurer().id(),
                () -> jdbc.sql("delete from api.answer where client = :client and key = :key")
                        .param("client", -actor.id())
                        .param("key", key)
                        .update());
    }
}
