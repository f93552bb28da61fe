package org.tsunagu.app.consent;

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
import org.tsunagu.rules.legal.DisasterRule;

/// The disaster mode (災害時モード): begun with reason, area and end, it ends by itself; what was given in it is looked at
/// afterwards by somebody else.
@Service
public class Disasters {

    private static final String COLUMNS =
            "id, reason, postal_code, started_at, until, staff_name, ended_at, ended_by";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Disasters(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// All there have been, the latest first.
    public List<Disaster> all() {
        return transactions.inCurrent(this::within);
    }

    private List<Disaster> within() {
        return jdbc.sql("select " + COLUMNS + " from consent.disaster order by id desc")
                .query((row, n) -> new Disaster(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class),
                        row.getObject(5, OffsetDateTime.class),
                        row.getString(6),
                        Optional.ofNullable(row.getObject(7, OffsetDateTime.class)),
                        row.getString(8)))
                .list();
    }

    /// Those open now, within the transaction of the caller.
    List<Disaster> open() {
        var now = OffsetDateTime.now(clock);
        return within().stream().filter(one -> one.isOpen(now)).toList();
    }

    /// Those open now.
    public List<Disaster> openNow() {
        return transactions.inCurrent(this::open);
    }

    /// The last day on which one that begins today may end.
    public LocalDate latestEnd() {
        var today = LocalDate.now(clock);
        return today.plusDays(DisasterRule.longestDays(today));
    }

    /// Begins one, in the name of the current actor.
    ///
    /// @param last the last day, included
    public void begin(String reason, String postalCode, LocalDate last) {
        var actor = Actors.current();
        if (last.isAfter(latestEnd()) || last.isBefore(LocalDate.now(clock))) {
            throw new IllegalArgumentException("a disaster ends between today and " + latestEnd());
        }
        transactions.inCurrent(() -> {
            audit.note(Look.changed(0, "disaster", "/grounds/disaster", "begun until " + last));
            return jdbc.sql("insert into consent.disaster (insurer_id, reason, postal_code, started_at, until,"
                            + " staff_id, staff_name) values (:insurer, :reason, :postal, :now, :until, :staff, :name)")
                    .param("insurer", actor.insurer().id().value())
                    .param("reason", reason)
                    .param("postal", postalCode)
                    .param("now", OffsetDateTime.now(clock))
                    .param(
                            "until",
                            last.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime())
                    .param("staff", actor.id())
                    .param("name", actor.name())
                    .update();
        });
    }

    /// Ends one before its time.
    public void end(long id) {
        transactions.inCurrent(() -> {
            audit.note(Look.changed(0, "disaster", "/grounds/disaster", "ended " + id));
            return jdbc.sql("update consent.disaster set ended_at = :now, ended_by = :name"
                            + " where id = :id and ended_at is null")
                    .param("now", OffsetDateTime.now(clock))
                    .param("name", Actors.current().name())
                    .param("id", id)
                    .update();
        });
    }

    /// A use of data in a disaster, with what somebody else has said about it (事後の確認).
    ///
    /// @param reviewer empty while nobody has
    public record Use(Disclosure disclosure, long disasterId, String reviewer, boolean isRight, String note) {

        /// Whether somebody has still to look at it.
        public boolean isOpen() {
            return reviewer.isEmpty();
        }
    }

    /// What was given in disasters, those first that nobody has looked at yet.
    public List<Use> uses() {
        return transactions.inCurrent(() -> jdbc.sql("select d.*, coalesce(r.staff_name, '') as reviewer,"
                        + " coalesce(r.is_right, false) as is_right, coalesce(r.note, '') as review_note"
                        + " from consent.disclosure d left join consent.review r on r.disclosure_id = d.id"
                        + " where d.disaster_id is not null order by r.staff_name is not null, d.id")
                .query((row, n) -> new Use(
                        DisclosureStore.read(row, n),
                        row.getLong("disaster_id"),
                        row.getString("reviewer"),
                        row.getBoolean("is_right"),
                        row.getString("review_note")))
                .list());
    }

    /// Says of a use whether it was right, in the name of the current actor.
    ///
    /// @return false when it was the actor's own, or somebody has said so before
    public boolean review(long disclosure, boolean isRight, String note) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var isDone = jdbc.sql("insert into consent.review (disclosure_id, insurer_id, is_right, note, staff_id,"
                                    + " staff_name, at) select d.id, d.insurer_id, :right, :note, :staff, :name, :now"
                                    + " from consent.disclosure d where d.id = :id and d.disaster_id is not null"
                                    + " and d.staff_id <> :staff on conflict do nothing")
                            .param("id", disclosure)
                            .param("right", isRight)
                            .param("note", note)
                            .param("staff", actor.id())
                            .param("name", actor.name())
                            .param("now", OffsetDateTime.now(clock))
                            .update()
                    > 0;
            if (isDone) {
                audit.note(Look.changed(
                        0, "disaster", "/grounds/disaster", "reviewed disclosure %d: %s".formatted(disclosure, isRight)));
            }
            return isDone;
        });
    }
}
