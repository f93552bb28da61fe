package org.tsunagu.app.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.LoggedIn;
import org.tsunagu.app.access.TenantTransactions;

/// The ledger of looks (閲覧・操作の記録). Entries of one insurer form a chain of hashes: whoever changes or takes out one
/// breaks all that come after it.
@Service
public class Audit {

    private static final int HASH_BYTES = 32;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final TenantTransactions transactions;
    private final Clock clock;

    Audit(JdbcClient jdbc, JdbcTemplate batch, TenantTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Writes what the current actor does, before it is shown.
    public void note(List<Look> looks) {
        var actor = Actors.current();
        note(actor.insurer().id(), actor, looks);
    }

    /// Writes one entry of the current actor.
    public void note(Look look) {
        note(List.of(look));
    }

    /// Writes what the system does for an insurer; within its transaction when there is one.
    public void noteAsSystem(InsurerId insurer, Look look) {
        note(insurer, new Actor(0, "system", new Insurer(insurer, "", ""), Set.of()), List.of(look));
    }

    private void note(InsurerId insurer, Actor actor, List<Look> looks) {
        if (!looks.isEmpty()) {
            transactions.run(insurer, () -> append(insurer, actor, looks));
        }
    }

    private void append(InsurerId insurer, Actor actor, List<Look> looks) {
        var end = end(insurer).orElseGet(() -> begin(insurer));
        var at = OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        var rows = new ArrayList<@Nullable Object[]>(looks.size());
        var last = end;
        for (var look : looks) {
            var next = last.after(Entry.of(insurer, last.seq() + 1, at, actor, look));
            rows.add(new @Nullable Object[] {
                insurer.value(),
                next.seq(),
                at,
                actor.id() == 0 ? null : actor.id(),
                actor.name(),
                look.kind().name(),
                look.dataClass(),
                look.memberId() == 0 ? null : look.memberId(),
                look.purpose(),
                look.basis(),
                look.place(),
                look.detail(),
                last.hash(),
                next.hash()
            });
            last = next;
        }
        batch.batchUpdate("insert into audit.event values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
        jdbc.sql("update audit.chain set seq = :seq, hash = :hash where insurer_id = :insurer")
                .param("seq", last.seq())
                .param("hash", last.hash())
                .param("insurer", insurer.value())
                .update();
    }

    private Optional<ChainEnd> end(InsurerId insurer) {
        return jdbc.sql("select seq, hash from audit.chain where insurer_id = :insurer for update")
                .param("insurer", insurer.value())
                .query((row, n) -> new ChainEnd(row.getLong(1), row.getBytes(2)))
                .optional();
    }

    private ChainEnd begin(InsurerId insurer) {
        jdbc.sql("insert into audit.chain (insurer_id, seq, hash) values (:insurer, 0, :zero) on conflict do nothing")
                .param("insurer", insurer.value())
                .param("zero", new byte[HASH_BYTES])
                .update();
        return end(insurer).orElseThrow();
    }

    /// An entry as it is shown (記録の1行).
    public record Shown(
            long seq,
            OffsetDateTime at,
            String staff,
            String kind,
            String dataClass,
            long memberId,
            String purpose,
            String basis,
            String place,
            String detail) {}

    /// The newest entries of the current insurer.
    ///
    /// @param memberId 0 for all
    /// @param kind empty for all
    /// @param before entries before this number; [Long#MAX_VALUE] from the newest on
    public List<Shown> latest(long memberId, Optional<Look.Kind> kind, long before, int most) {
        return transactions.inCurrent(() -> jdbc.sql("select seq, at, staff_name, kind, data_class,"
                        + " coalesce(member_id, 0), purpose, basis, place, detail from audit.event"
                        + " where insurer_id = :insurer and seq < :before"
                        + (memberId == 0 ? "" : " and member_id = :member")
                        + (kind.isEmpty() ? "" : " and kind = :kind") + " order by seq desc limit :most")
                .param("insurer", Actors.current().insurer().id().value())
                .param("before", before)
                .param("member", memberId)
                .param("kind", kind.map(Look.Kind::name).orElse(""))
                .param("most", most)
                .query((row, n) -> new Shown(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10)))
                .list());
    }

    @EventListener
    void on(LoggedIn event) {
        var actor = new Actor(
                event.staffId(),
                "staff %d".formatted(event.staffId()),
                new Insurer(InsurerId.INSTALLATION, "", ""),
                Set.of());
        var look = new Look(
                Look.Kind.LOGIN,
                "account",
                0,
                "login",
                "HOUSE-RULES",
                "/login",
                event.verdict().name());
        note(InsurerId.INSTALLATION, actor, List.of(look));
    }
}
