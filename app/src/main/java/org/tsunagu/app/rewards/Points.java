package org.tsunagu.app.rewards;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.membership.Relation;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.rewards.PointAccount;
import org.tsunagu.rules.rewards.PointEntry;
import org.tsunagu.rules.rewards.PointEntry.Kind;

/// Points of members (ポイントの台帳): who takes part earns by what the rules reward, each event once.
@Service
public class Points {

    static final String CHECKUP = "CHECKUP";

    private final JdbcClient jdbc;
    private final PointRules rules;
    private final Members members;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Points(
            JdbcClient jdbc,
            PointRules rules,
            Members members,
            TenantTransactions transactions,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.members = members;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// An entry of the ledger as it is read (ポイントの履歴).
    ///
    /// @param event what gave the points; empty for what was not earned
    public record Shown(PointEntry entry, String event, String explanation, String reason, String by) {}

    /// What there is of a member.
    ///
    /// @param joinedOn empty for somebody who does not take part
    public record Account(Optional<LocalDate> joinedOn, PointAccount account, List<Shown> entries) {}

    /// The account of a member; what has expired is taken off first.
    public Account of(long member) {
        return transactions.inCurrent(() -> {
            expire(member);
            var entries = entries(member);
            return new Account(
                    joinedOn(member),
                    PointAccount.of(entries.stream().map(Shown::entry).toList()),
                    entries.reversed());
        });
    }

    private Optional<LocalDate> joinedOn(long member) {
        return jdbc.sql("select joined_on from rewards.joining where member_id = :member and left_on is null")
                .param("member", member)
                .query(LocalDate.class)
                .optional();
    }

    private List<Shown> entries(long member) {
        return jdbc.sql("select e.kind, e.points, e.day, e.expires_on, coalesce(r.event, ''),"
                        + " coalesce(r.explanation, ''), e.reason, e.written_by from rewards.entry e"
                        + " left join rewards.rule r on r.id = e.rule_id where e.member_id = :member order by e.id")
                .param("member", member)
                .query((row, n) -> new Shown(
                        new PointEntry(
                                Kind.valueOf(row.getString(1)),
                                row.getInt(2),
                                row.getObject(3, LocalDate.class),
                                Optional.ofNullable(row.getObject(4, LocalDate.class))),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)))
                .list();
    }

    /// A member takes part, or no more; the points that are there stay.
    public void join(long member, boolean isIn) {
        var today = LocalDate.now(clock);
        transactions.inCurrent(() -> {
            jdbc.sql("insert into rewards.joining values (:insurer, :member, :today, :left)"
                            + " on conflict (insurer_id, member_id) do update set left_on = excluded.left_on,"
                            + " joined_on = case when rewards.joining.left_on is null then rewards.joining.joined_on"
                            + " else excluded.joined_on end")
                    .param("insurer", Actors.current().insurer().id().value())
                    .param("member", member)
                    .param("today", Date.valueOf(today))
                    .param("left", isIn ? null : Date.valueOf(today), java.sql.Types.DATE)
                    .update();
            audit.note(Look.own(Look.Kind.CHANGE, member, "points", "/my/points", isIn ? "joined" : "left"));
            return "";
        });
    }

    /// Something that was done.
    ///
    /// @param key of this one event: the same event never gives points twice
    public record Done(long member, String event, String key, LocalDate day) {}

    /// Gives the points that an event earns; nothing to somebody who takes no part, or had them before. Within the
    /// transaction of the caller.
    ///
    /// @return the points
    int earn(InsurerId insurer, Done done, String by) {
        alone(done.member());
        if (joined(List.of(done.member()), done.day()).isEmpty()) {
            return 0;
        }
        return rules.on(done.day()).stream()
                .filter(rule -> rule.rule().event().equals(done.event()))
                .filter(rule -> rule.rule().dependants() || isInsuredPerson(done.member()))
                .filter(rule -> !isFull(rule, done))
                .mapToInt(rule -> {
                    var expires = rule.validMonths().isPresent()
                            ? done.day().plusMonths(rule.validMonths().getAsInt())
                            : null;
                    var entry = new Entry(
                            done.member(),
                            Kind.EARN,
                            rule.id(),
                            rule.rule().key(),
                            done.key(),
                            rule.rule().points());
                    return write(insurer, entry, done.day(), expires, "", by) ? entry.points() : 0;
                })
                .sum();
    }

    /// Whoever gives or spends points of the member at the same time waits here, and then sees what there is.
    private void alone(long member) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('rewards'), :member)")
                .param("member", (int) member)
                .query((row, n) -> "")
                .list();
    }

    /// Those of some members who take part on a day; within the transaction of the caller.
    Set<Long> joined(Collection<Long> ids, LocalDate day) {
        return Set.copyOf(jdbc.sql("select member_id from rewards.joining where member_id = any(:ids)"
                        + " and joined_on <= :day and coalesce(left_on, 'infinity'::date) > :day")
                .param("ids", ids.toArray(Long[]::new))
                .param("day", Date.valueOf(day))
                .query(Long.class)
                .list());
    }

    private boolean isInsuredPerson(long member) {
        var known = members.within(List.of(member)).get(member);
        return known != null && Relation.SELF.isCalled(known.relation());
    }

    private boolean isFull(StoredRule rule, Done done) {
        var most = rule.rule().timesAYear();
        if (most.isEmpty()) {
            return false;
        }
        var year = FiscalYear.containing(done.day());
        return jdbc.sql("select count(*) from rewards.entry where member_id = :member and kind = 'EARN'"
                                + " and rule_key = :key and day between :first and :last and event_key <> :event")
                        .param("member", done.member())
                        .param("key", rule.rule().key())
                        .param("first", Date.valueOf(year.firstDay()))
                        .param("last", Date.valueOf(year.lastDay()))
                        .param("event", done.key())
                        .query(Integer.class)
                        .single()
                >= most.getAsInt();
    }

    private record Entry(long member, Kind kind, @Nullable Long rule, String ruleKey, String eventKey, int points) {}

    /// @return false for an entry that is there already
    private boolean write(
            InsurerId insurer, Entry entry, LocalDate day, @Nullable LocalDate expires, String reason, String by) {
        return jdbc.sql("insert into rewards.entry (insurer_id, member_id, kind, rule_id, rule_key, event_key, points,"
                                + " day, expires_on, reason, written_by, at) values (:insurer, :member, :kind, :rule,"
                                + " :ruleKey, :eventKey, :points, :day, :expires, :reason, :by, :now)"
                                + " on conflict do nothing")
                        .param("insurer", insurer.value())
                        .param("member", entry.member())
                        .param("kind", entry.kind().name())
                        .param("rule", entry.rule(), java.sql.Types.BIGINT)
                        .param("ruleKey", entry.ruleKey())
                        .param("eventKey", entry.eventKey())
                        .param("points", entry.points())
                        .param("day", Date.valueOf(day))
                        .param("expires", expires == null ? null : Date.valueOf(expires), java.sql.Types.DATE)
                        .param("reason", reason)
                        .param("by", by)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                > 0;
    }

    /// Takes off what has expired; within the transaction of the caller.
    private void expire(long member) {
        var today = LocalDate.now(clock);
        var expired = account(member).expired(today);
        if (expired > 0) {
            var entry = new Entry(member, Kind.EXPIRE, null, "", today.toString(), -expired);
            write(Actors.current().insurer().id(), entry, today, null, "", "system");
        }
    }

    private PointAccount account(long member) {
        return PointAccount.of(entries(member).stream().map(Shown::entry).toList());
    }

    /// Whether an event is recorded by hand; a checkup gives its points when its result comes.
    public static boolean isByHand(String event) {
        return !event.equals(CHECKUP);
    }

    /// Records that a member took part in something, in the name of the current actor. The same on another day is
    /// another event.
    ///
    /// @return the points it gave; 0 for what is not recorded by hand
    public int record(Done done) {
        if (!isByHand(done.event())) {
            return 0;
        }
        var actor = Actors.current();
        var ofDay = new Done(done.member(), done.event(), done.day() + " " + done.key(), done.day());
        return transactions.inCurrent(() -> {
            var points = earn(actor.insurer().id(), ofDay, actor.name());
            audit.note(Look.changed(
                    done.member(), "points", "/rewards/members", "%s gave %d".formatted(done.event(), points)));
            return points;
        });
    }

    /// Spends or corrects points, in the name of the current actor.
    ///
    /// @param key of the form, so that the same form is one entry
    /// @return false when there are not so many points
    public boolean change(long member, Kind kind, int points, String reason, String key) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            alone(member);
            expire(member);
            if (account(member).balance() + points < 0) {
                return false;
            }
            var isNew = write(
                    actor.insurer().id(),
                    new Entry(member, kind, null, "", key, points),
                    LocalDate.now(clock),
                    null,
                    reason,
                    actor.name());
            if (isNew) {
                audit.note(Look.changed(member, "points", "/rewards/members", "%s %d".formatted(kind, points)));
            }
            return true;
        });
    }
}
