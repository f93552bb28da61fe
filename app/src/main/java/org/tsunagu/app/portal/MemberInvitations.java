package org.tsunagu.app.portal;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.RandomText;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.portal.Doors.Kind;
import org.tsunagu.codes.time.Dates;

/// MemberInvitations to the own pages (マイページへの招待): a code for one connection, by letter or at the counter. It is
/// nowhere but
/// on the paper; a new one ends those before it.
@Service
public class MemberInvitations {

    private static final int LETTERS = 16;
    private static final String PLACE = "/portal/invitations";

    private final JdbcClient jdbc;
    private final Doors doors;
    private final Messages messages;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    MemberInvitations(
            JdbcClient jdbc,
            Doors doors,
            Messages messages,
            TenantTransactions transactions,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.doors = doors;
        this.messages = messages;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// How the code reaches the member (渡し方).
    public enum Way {
        LETTER,
        COUNTER
    }

    /// An invitation just made.
    ///
    /// @param code in groups of four; it is shown once
    /// @param until last day of the code
    public record Issued(String code, LocalDate until) {}

    /// An invitation as the office sees it (招待の状態).
    public record Sent(Way way, OffsetDateTime at, String by, LocalDate until, boolean isUsed, boolean isEnded) {}

    /// A code that nobody has yet: it counts once it is stored.
    public record Prepared(Member member, Issued issued) {}

    /// Makes a code for a member.
    ///
    /// @return empty for somebody who is too young to have an account
    public Optional<Prepared> prepare(Member member) {
        var today = LocalDate.now(clock);
        if (Dates.age(member.birth(), today) < Limit.ACCOUNT_AGE.on(today)) {
            return Optional.empty();
        }
        var code = RandomText.of(LETTERS).replaceAll("(.{4})(?=.)", "$1-");
        return Optional.of(new Prepared(member, new Issued(code, today.plusDays(Limit.CODE_DAYS.on(today)))));
    }

    /// Lets codes count, in the name of the current actor; those that their members had before end.
    public void store(List<Prepared> all, Way way) {
        var actor = Actors.current();
        transactions.inCurrent(() -> {
            all.forEach(one -> store(one, way, actor));
            audit.note(
                    Look.changed(0, "portal", PLACE, "invited %d, %s".formatted(all.size(), way)),
                    all.stream().map(one -> one.member().id().value()).toList());
            return "";
        });
    }

    private void store(Prepared one, Way way, Actor actor) {
        var member = one.member().id().value();
        var key = Digest.of(one.issued().code());
        end(member);
        doors.open(Kind.CODE, key, actor.insurer().id());
        jdbc.sql("insert into portal.invitation (insurer_id, member_id, code_key, way, issued_at, issued_by, until)"
                        + " values (:insurer, :member, :key, :way, :at, :by, :until)")
                .param("insurer", actor.insurer().id().value())
                .param("member", member)
                .param("key", key)
                .param("way", way.name())
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.name())
                .param("until", Date.valueOf(one.issued().until()))
                .update();
        if (way == Way.COUNTER) {
            messages.notice(actor.insurer(), member, "portal.messages.counter");
        }
    }

    /// Invites a member, in the name of the current actor.
    ///
    /// @return empty for somebody who is too young to have an account
    public Optional<Issued> issue(Member member, Way way) {
        var prepared = prepare(member);
        prepared.ifPresent(one -> store(List.of(one), way));
        return prepared.map(Prepared::issued);
    }

    /// Members of today who have neither an account nor a code, the first of them.
    public List<Long> uninvited(int most) {
        var today = LocalDate.now(clock);
        return transactions.inCurrent(() -> jdbc.sql("select m.id from membership.member m where m.birth <= :birth"
                        + " and exists (select 1 from membership.coverage c where c.member_id = m.id"
                        + " and c.from_day <= :today and coalesce(c.to_day, 'infinity'::date) >= :today)"
                        + " and not exists (select 1 from portal.account a where a.owner_id = m.id)"
                        + " and not exists (select 1 from portal.invitation i where i.member_id = m.id"
                        + " and i.used_at is null and i.ended_at is null and i.until >= :today)"
                        + " order by m.id limit :most")
                .param("birth", Date.valueOf(today.minusYears(Limit.ACCOUNT_AGE.on(today))))
                .param("today", Date.valueOf(today))
                .param("most", most)
                .query(Long.class)
                .list());
    }

    private void end(long member) {
        jdbc.sql("update portal.invitation set ended_at = :now where member_id = :member and used_at is null"
                        + " and ended_at is null")
                .param("now", OffsetDateTime.now(clock))
                .param("member", member)
                .update();
    }

    /// What was sent to a member, the latest first.
    public List<Sent> of(long member) {
        return transactions.inCurrent(() -> jdbc.sql("select way, issued_at, issued_by, until, used_at is not null,"
                        + " ended_at is not null from portal.invitation where member_id = :member"
                        + " order by id desc limit 10")
                .param("member", member)
                .query((row, n) -> new Sent(
                        Way.valueOf(row.getString(1)),
                        row.getObject(2, OffsetDateTime.class),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getBoolean(5),
                        row.getBoolean(6)))
                .list());
    }

    /// Whether a code can still be used: for the link on a letter, which says nothing else.
    public boolean isOpen(String code) {
        return find(code)
                .filter(found -> transactions.in(
                        found.insurer().id(), () -> stored(found.key()).isPresent()))
                .isPresent();
    }

    /// Where a code leads.
    record Found(Insurer insurer, String key) {}

    /// The insurer whose code it is, or was.
    Optional<Found> find(String code) {
        var key = Digest.of(code);
        return doors.behind(Kind.CODE, key).map(insurer -> new Found(insurer, key));
    }

    /// An invitation that may be used.
    record Open(long id, long memberId, LocalDate birth) {}

    /// The invitation of a code when it can still be used, locked; within the transaction of the caller.
    Optional<Open> stored(String key) {
        return jdbc.sql("select i.id, i.member_id, m.birth from portal.invitation i"
                        + " join membership.member m on m.id = i.member_id where i.code_key = :key"
                        + " and i.used_at is null and i.ended_at is null and i.until >= :today for update of i")
                .param("key", key)
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .query((row, n) -> new Open(row.getLong(1), row.getLong(2), row.getObject(3, LocalDate.class)))
                .optional();
    }

    /// Uses it; within the transaction of the caller.
    void use(Open invitation) {
        jdbc.sql("update portal.invitation set used_at = :now where id = :id")
                .param("now", OffsetDateTime.now(clock))
                .param("id", invitation.id())
                .update();
    }

    /// Counts a wrong date of birth: after some of them the code is of no use any more; within the transaction of
    /// the caller.
    void failed(Open invitation) {
        jdbc.sql("update portal.invitation set failures = failures + 1,"
                        + " ended_at = case when failures + 1 >= :most then :now end where id = :id")
                .param("most", Limit.CODE_TRIES.on(LocalDate.now(clock)))
                .param("now", OffsetDateTime.now(clock))
                .param("id", invitation.id())
                .update();
    }

    /// Writes down that a code was refused: about the member when it was a real one.
    void refused(Optional<Found> found, String why) {
        if (found.isEmpty()) {
            var nobody = new Actor(0, "unknown", new Insurer(InsurerId.INSTALLATION, "", ""), java.util.Set.of());
            audit.noteAs(nobody, new Look(Look.Kind.LOGIN, "portal", 0, "login", "HOUSE-RULES", "/my/start", why));
            return;
        }
        var insurer = found.get().insurer();
        var member = transactions.in(
                insurer.id(),
                () -> jdbc.sql("select member_id from portal.invitation where code_key = :key order by id desc limit 1")
                        .param("key", found.get().key())
                        .query(Long.class)
                        .optional()
                        .orElse(0L));
        var nobody = new Actor(0, "unknown", insurer, java.util.Set.of());
        audit.noteAs(nobody, new Look(Look.Kind.LOGIN, "portal", member, "login", "HOUSE-RULES", "/my/start", why));
    }
}
