package org.tsunagu.app.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
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
    private static final String ABOUT = " and seq in (select seq from audit.event where insurer_id = :insurer"
            + " and member_id = :member union all select seq from audit.subject where insurer_id = :insurer"
            + " and member_id = :member)";

    private static final String SHOWN = "select seq, at, staff_name, kind, data_class, coalesce(member_id, 0), purpose,"
            + " basis, place, detail, people, coalesce(staff_id, 0) from audit.event";
    private static final RowMapper<Shown> ENTRY = (row, n) -> new Shown(
            row.getLong(1),
            row.getObject(2, OffsetDateTime.class),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getLong(6),
            row.getString(7),
            row.getString(8),
            row.getString(9),
            row.getString(10),
            row.getInt(11),
            row.getLong(12));

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

    /// An entry to be written with the people it is about, when they are many.
    private record Noted(Look look, People people) {

        static Noted of(Look look, Collection<Long> members) {
            var people = People.of(members);
            return people.ids().size() == 1
                    ? new Noted(look.about(people.ids().getFirst()), People.NOBODY)
                    : new Noted(look, people);
        }
    }

    /// Writes what the current actor does, before it is shown.
    public void note(List<Look> looks) {
        var actor = Actors.current();
        note(
                actor.insurer().id(),
                actor,
                looks.stream().map(look -> new Noted(look, People.NOBODY)).toList());
    }

    /// Writes one entry of the current actor about many people: an export, a bulk change, letters. Each of them
    /// finds it among what was done about them.
    ///
    /// @param members may hold somebody twice; 0 is nobody
    public void note(Look look, Collection<Long> members) {
        var actor = Actors.current();
        note(actor.insurer().id(), actor, List.of(Noted.of(look, members)));
    }

    /// Writes one entry of the current actor.
    public void note(Look look) {
        note(List.of(look));
    }

    /// Writes what somebody does who has just come in, or was refused.
    public void noteAs(Actor actor, Look look) {
        note(actor.insurer().id(), actor, List.of(new Noted(look, People.NOBODY)));
    }

    /// Writes what the system does for an insurer; within its transaction when there is one.
    public void noteAsSystem(InsurerId insurer, Look look) {
        noteAsSystem(insurer, look, List.of());
    }

    /// The same about many people.
    public void noteAsSystem(InsurerId insurer, Look look, Collection<Long> members) {
        var system = new Actor(0, "system", new Insurer(insurer, "", ""), Set.of());
        note(insurer, system, List.of(Noted.of(look, members)));
    }

    private void note(InsurerId insurer, Actor actor, List<Noted> all) {
        if (!all.isEmpty()) {
            transactions.run(insurer, () -> append(insurer, actor, all));
        }
    }

    private void append(InsurerId insurer, Actor actor, List<Noted> all) {
        var end = end(insurer).orElseGet(() -> begin(insurer));
        var at = OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        var rows = new ArrayList<@Nullable Object[]>(all.size());
        var last = end;
        for (var noted : all) {
            var look = noted.look();
            var next = last.after(Entry.of(insurer, last.seq() + 1, at, actor, look, noted.people()));
            subjects(insurer, next.seq(), noted.people());
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
                next.hash(),
                noted.people().ids().size()
            });
            last = next;
        }
        batch.batchUpdate("insert into audit.event values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
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

    private void subjects(InsurerId insurer, long seq, People people) {
        if (!people.ids().isEmpty()) {
            jdbc.sql("insert into audit.subject select :insurer, :seq, unnest(:members::bigint[])")
                    .param("insurer", insurer.value())
                    .param("seq", seq)
                    .param("members", people.ids().toArray(Long[]::new))
                    .update();
        }
    }

    /// An entry as it is shown (記録の1行).
    ///
    /// @param people how many people an entry about many concerns; 0 for others
    /// @param staffId 0 for the system
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
            String detail,
            int people,
            long staffId) {}

    /// The newest entries of the current insurer.
    ///
    /// @param memberId 0 for all; else also the entries about many people of whom this is one
    /// @param kind empty for all
    /// @param before entries before this number; [Long#MAX_VALUE] from the newest on
    public List<Shown> latest(long memberId, Optional<Look.Kind> kind, long before, int most) {
        return transactions.inCurrent(() -> jdbc.sql(SHOWN
                        + " where insurer_id = :insurer and seq < :before" + (memberId == 0 ? "" : ABOUT)
                        + (kind.isEmpty() ? "" : " and kind = :kind") + " order by seq desc limit :most")
                .param("insurer", Actors.current().insurer().id().value())
                .param("before", before)
                .param("member", memberId)
                .param("kind", kind.map(Look.Kind::name).orElse(""))
                .param("most", most)
                .query(ENTRY)
                .list());
    }

    /// The newest log-ins of some people (ログインの記録): who logs in does so for the whole
    /// installation, in whose own chain the entries stand.
    ///
    /// @param before entries before this number; [Long#MAX_VALUE] from the newest on
    public List<Shown> logIns(Collection<Long> staffIds, long before, int most) {
        return transactions.in(
                InsurerId.INSTALLATION,
                () -> jdbc.sql(SHOWN
                                + " where insurer_id = :insurer and seq < :before and kind = 'LOGIN'"
                                + " and staff_id = any(:staff) order by seq desc limit :most")
                        .param("insurer", InsurerId.INSTALLATION.value())
                        .param("before", before)
                        .param("staff", staffIds.toArray(Long[]::new))
                        .param("most", most)
                        .query(ENTRY)
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
        note(InsurerId.INSTALLATION, actor, List.of(new Noted(look, People.NOBODY)));
    }
}
