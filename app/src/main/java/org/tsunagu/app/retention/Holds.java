package org.tsunagu.app.retention;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;

/// Reasons to keep records longer (削除の保留): a dispute, an inquiry, a request of the person.
@Service
public class Holds {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Holds(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// All there have been, the latest first.
    public List<Hold> all() {
        return transactions.inCurrent(this::within);
    }

    /// The same within the transaction of the caller.
    List<Hold> within() {
        return jdbc.sql("select id, coalesce(member_id, 0), kind, reason, until, staff_name, released_by"
                        + " from retention.hold order by id desc")
                .query((row, n) -> new Hold(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }

    /// Puts one, in the name of the current actor.
    ///
    /// @param member empty for everybody
    /// @param kind empty for all kinds
    public void put(Optional<Long> member, String kind, String reason, LocalDate until) {
        var actor = Actors.current();
        transactions.inCurrent(() -> {
            audit.note(Look.changed(member.orElse(0L), "retention", "/retention", "hold " + kind + " until " + until));
            return jdbc.sql("insert into retention.hold (insurer_id, member_id, kind, reason, until, staff_id,"
                            + " staff_name, at) values (:insurer, nullif(:member, 0), :kind, :reason, :until, :staff,"
                            + " :name, :at)")
                    .param("insurer", actor.insurer().id().value())
                    .param("member", member.orElse(0L))
                    .param("kind", kind)
                    .param("reason", reason)
                    .param("until", Date.valueOf(until))
                    .param("staff", actor.id())
                    .param("name", actor.name())
                    .param("at", OffsetDateTime.now(clock))
                    .update();
        });
    }

    /// Ends one.
    public void release(long id) {
        transactions.inCurrent(() -> {
            audit.note(Look.changed(0, "retention", "/retention", "hold released " + id));
            return jdbc.sql("update retention.hold set released_at = :now, released_by = :name"
                            + " where id = :id and released_at is null")
                    .param("now", OffsetDateTime.now(clock))
                    .param("name", Actors.current().name())
                    .param("id", id)
                    .update();
        });
    }
}
