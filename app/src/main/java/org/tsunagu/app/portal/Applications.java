package org.tsunagu.app.portal;

import java.sql.Date;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.portal.Application.Reach;
import org.tsunagu.app.portal.Application.State;
import org.tsunagu.app.portal.Application.Step;
import org.tsunagu.app.worklists.Task;

/// What members apply for and what becomes of it (申出の受付と経過): both only grow, and whatever waits for the office is on its
/// work list.
@Service
public class Applications {

    private static final String SELECT = "select a.id, a.member_id, m.name, a.kind, a.topic, a.words, a.reach, a.hours,"
            + " a.proxy, a.at, a.due, a.form_key from portal.application a"
            + " join membership.member m on m.id = a.member_id";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final MemberTasks tasks;
    private final Audit audit;
    private final Clock clock;

    Applications(JdbcClient jdbc, TenantTransactions transactions, MemberTasks tasks, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /// What is applied for, as in [Application].
    public record Wanted(
            long member,
            ApplicationKind kind,
            String topic,
            String words,
            Optional<Reach> reach,
            String hours,
            UUID formKey) {}

    /// What is to become of it, as in [Step].
    public record Next(State state, String words, String responsible, Optional<LocalDate> nextDay) {

        /// Words alone.
        public static Next of(State state, String words) {
            return new Next(state, words, "", Optional.empty());
        }
    }

    /// Applies, in the name of the member.
    public void apply(Wanted wanted) {
        var today = LocalDate.now(clock);
        var due = wanted.kind().due(today);
        transactions.inCurrent(() -> {
            var id = jdbc.sql("insert into portal.application (insurer_id, member_id, kind, topic, words, reach, hours,"
                            + " proxy, at, due, form_key) values (:insurer, :member, :kind, :topic, :words, :reach,"
                            + " :hours, :proxy, :at, :due, :form) on conflict (form_key) do nothing returning id")
                    .param("insurer", Actors.current().insurer().id().value())
                    .param("member", wanted.member())
                    .param("kind", wanted.kind().name())
                    .param("topic", wanted.topic())
                    .param("words", wanted.words())
                    .param("reach", wanted.reach().map(Reach::name).orElse(""))
                    .param("hours", wanted.hours())
                    .param("proxy", VisitReplies.proxy())
                    .param("at", OffsetDateTime.now(clock))
                    .param("due", Date.valueOf(due))
                    .param("form", wanted.formKey())
                    .query(Long.class)
                    .optional();
            id.ifPresent(one -> {
                put(wanted.member(), one, Next.of(State.RECEIVED, ""), true);
                tasks.open(wanted.kind().task(), wanted.member(), subject(wanted.formKey(), ""), due);
                var kind = wanted.kind().name();
                audit.note(Look.own(Look.Kind.CHANGE, wanted.member(), "portal", "/my/requests", kind));
            });
            return "";
        });
    }

    private static String subject(UUID formKey, String more) {
        return "application:%s%s".formatted(formKey, more);
    }

    private void put(long member, long id, Next next, boolean isFromMember) {
        jdbc.sql("insert into portal.application_step (insurer_id, member_id, application_id, state, words,"
                        + " responsible, next_day, is_from_member, by_name, at) values (:insurer, :member, :id, :state,"
                        + " :words, :responsible, :next, :own, :by, :at)")
                .param("insurer", Actors.current().insurer().id().value())
                .param("member", member)
                .param("id", id)
                .param("state", next.state().name())
                .param("words", next.words())
                .param("responsible", next.responsible())
                .param("next", next.nextDay().map(Date::valueOf).orElse(null), Types.DATE)
                .param("own", isFromMember)
                .param("by", isFromMember ? VisitReplies.proxy() : Actors.current().name())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /// Takes the next step in the name of the member.
    ///
    /// @return false when it is not for the member to take, or others were quicker
    public boolean byMember(long member, long id, Next next) {
        return transactions.inCurrent(() -> {
            var one = locked(member, id).filter(found -> found.forMember().contains(next.state()));
            one.ifPresent(found -> {
                put(member, id, next, true);
                work(found, next);
                audit.note(Look.own(
                        Look.Kind.CHANGE, member, "portal", "/my/requests", "%d %s".formatted(id, next.state())));
            });
            return one.isPresent();
        });
    }

    /// What the member says is work again, and what is not wanted any more is none.
    private void work(Application found, Next next) {
        var kind = found.kind().task();
        if (next.state() == State.REPLIED) {
            tasks.open(kind, found.memberId(), subject(found.formKey(), ":reply " + found.steps().size()));
            return;
        }
        tasks.waiting(kind, found.memberId()).stream()
                .filter(task -> task.subject().startsWith(subject(found.formKey(), "")))
                .forEach(task -> tasks.drop(kind, task.subject()));
        if (found.state() == State.TAKEN) {
            // Whoever is responsible has to learn of it.
            tasks.open(kind, found.memberId(), subject(found.formKey(), ":stop"));
        }
    }

    /// Takes the next step in the name of the current user of the office.
    ///
    /// @return false when it cannot be taken any more
    public boolean byOffice(long member, long id, Next next) {
        return transactions.inCurrent(() -> {
            var one = locked(member, id).filter(found -> found.forOffice().contains(next.state()));
            one.ifPresent(found -> {
                put(member, id, next, false);
                done(found);
                next.nextDay()
                        .ifPresent(day -> tasks.open(
                                found.kind().task(), member, subject(found.formKey(), ":next " + day), day));
                audit.note(Look.changed(
                        member, "portal", "/portal/applications", "%d %s".formatted(id, next.state())));
            });
            return one.isPresent();
        });
    }

    private void done(Application found) {
        var kind = found.kind().task();
        tasks.waiting(kind, found.memberId()).stream()
                .map(Task::subject)
                .filter(subject -> subject.startsWith(subject(found.formKey(), "")))
                .forEach(subject -> tasks.done(kind, found.memberId(), subject));
    }

    /// Two who take a step at once take it one after the other.
    private Optional<Application> locked(long member, long id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('portal.application'), :id::int)")
                .param("id", id)
                .query((row, n) -> "")
                .list();
        return read(jdbc.sql(SELECT + " where a.member_id = :member and a.id = :id")
                        .param("member", member)
                        .param("id", id))
                .stream()
                .findFirst();
    }

    /// What a member has applied for, the latest first.
    public List<Application> of(long member) {
        return transactions.inCurrent(
                () -> read(jdbc.sql(SELECT + " where a.member_id = :member order by a.id desc limit 50")
                        .param("member", member)));
    }

    /// What is not over, the most urgent first.
    public List<Application> open() {
        return transactions.inCurrent(() -> read(jdbc.sql(SELECT + " where not exists (select 1"
                + " from portal.application_step s where s.application_id = a.id"
                + " and s.state in ('ANSWERED', 'REFUSED', 'ENDED', 'STOPPED')) order by a.due, a.id limit 200")));
    }

    private List<Application> read(StatementSpec statement) {
        var bare = statement
                .query((row, n) -> new Application(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        ApplicationKind.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        Optional.of(row.getString(7))
                                .filter(reach -> !reach.isEmpty())
                                .map(Reach::valueOf),
                        row.getString(8),
                        row.getString(9),
                        row.getObject(10, OffsetDateTime.class),
                        row.getObject(11, LocalDate.class),
                        row.getObject(12, UUID.class),
                        List.of()))
                .list();
        var steps = steps(bare.stream().map(Application::id).toArray(Long[]::new));
        return bare.stream().map(one -> with(one, steps.getOrDefault(one.id(), List.of()))).toList();
    }

    private static Application with(Application one, List<Step> steps) {
        return new Application(
                one.id(),
                one.memberId(),
                one.name(),
                one.kind(),
                one.topic(),
                one.words(),
                one.reach(),
                one.hours(),
                one.proxy(),
                one.at(),
                one.due(),
                one.formKey(),
                List.copyOf(steps));
    }

    private Map<Long, List<Step>> steps(Long[] ids) {
        var steps = new HashMap<Long, List<Step>>();
        jdbc.sql("select application_id, state, words, responsible, next_day, is_from_member, by_name, at"
                        + " from portal.application_step where application_id = any(:ids) order by id")
                .param("ids", ids)
                .query(row -> {
                    steps.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                            .add(new Step(
                                    State.valueOf(row.getString(2)),
                                    row.getString(3),
                                    row.getString(4),
                                    Optional.ofNullable(row.getObject(5, LocalDate.class)),
                                    row.getBoolean(6),
                                    row.getString(7),
                                    row.getObject(8, OffsetDateTime.class)));
                });
        return steps;
    }
}
