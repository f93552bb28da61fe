package org.tsunagu.app.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.MemberUser;
import org.tsunagu.app.access.TenantTransactions;

/// Where members are logged in (ログイン中の端末), for them to see and to end.
@Service
public class MemberSessions {

    private static final Duration SEEN = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Clock clock;

    MemberSessions(JdbcClient jdbc, TenantTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A session.
    public record Session(UUID id, String device, OffsetDateTime beganAt, OffsetDateTime seenAt) {}

    /// Begins one; within the transaction of the caller.
    UUID begin(Insurer insurer, long owner, String device) {
        var id = UUID.randomUUID();
        var now = OffsetDateTime.now(clock);
        jdbc.sql("insert into portal.session (id, insurer_id, owner_id, device, began_at, seen_at)"
                        + " values (:id, :insurer, :owner, :device, :now, :now)")
                .param("id", id)
                .param("insurer", insurer.id().value())
                .param("owner", owner)
                .param("device", device)
                .param("now", now)
                .update();
        return id;
    }

    private record Alive(OffsetDateTime beganAt, OffsetDateTime seenAt) {}

    /// Whether a session may go on: it was not ended, its account is in use, and it has not lasted too long.
    boolean isAlive(MemberUser user) {
        var now = OffsetDateTime.now(clock);
        return transactions.in(user.insurer().id(), () -> {
            var alive = jdbc.sql("select s.began_at, s.seen_at from portal.session s"
                            + " join portal.account a on a.owner_id = s.owner_id and a.enabled"
                            + " where s.id = :id and s.ended_at is null")
                    .param("id", user.session())
                    .query((row, n) ->
                            new Alive(row.getObject(1, OffsetDateTime.class), row.getObject(2, OffsetDateTime.class)))
                    .optional()
                    .filter(one -> one.beganAt()
                            .plusHours(Limit.SESSION_HOURS.on(LocalDate.now(clock)))
                            .isAfter(now));
            alive.filter(one -> one.seenAt().plus(SEEN).isBefore(now)).ifPresent(one -> seen(user, now));
            return alive.isPresent();
        });
    }

    private void seen(MemberUser user, OffsetDateTime now) {
        jdbc.sql("update portal.session set seen_at = :now where id = :id")
                .param("now", now)
                .param("id", user.session())
                .update();
    }

    /// The open sessions of whoever has logged in, the latest first.
    public List<Session> of(MemberUser user) {
        return transactions.in(
                user.insurer().id(),
                () -> jdbc.sql("select id, device, began_at, seen_at from portal.session where owner_id = :owner"
                                + " and ended_at is null and began_at > :since order by began_at desc limit 50")
                        .param("owner", user.self())
                        .param(
                                "since",
                                OffsetDateTime.now(clock).minusHours(Limit.SESSION_HOURS.on(LocalDate.now(clock))))
                        .query((row, n) -> new Session(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class),
                                row.getObject(4, OffsetDateTime.class)))
                        .list());
    }

    /// Ends one of the own sessions; those of somebody else stay.
    public void end(MemberUser user, UUID id) {
        transactions.run(
                user.insurer().id(),
                () -> jdbc.sql("update portal.session set ended_at = :now where id = :id and owner_id = :owner")
                        .param("now", OffsetDateTime.now(clock))
                        .param("id", id)
                        .param("owner", user.self())
                        .update());
    }

    /// Ends all of the own sessions but this one.
    public void endOthers(MemberUser user) {
        transactions.run(
                user.insurer().id(),
                () -> jdbc.sql("update portal.session set ended_at = :now where owner_id = :owner and id <> :id"
                                + " and ended_at is null")
                        .param("now", OffsetDateTime.now(clock))
                        .param("owner", user.self())
                        .param("id", user.session())
                        .update());
    }

    /// Ends all sessions of a member; within the transaction of the caller.
    void endAll(long owner) {
        jdbc.sql("update portal.session set ended_at = :now where owner_id = :owner and ended_at is null")
                .param("now", OffsetDateTime.now(clock))
                .param("owner", owner)
                .update();
    }
}
