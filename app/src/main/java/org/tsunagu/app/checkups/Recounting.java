package org.tsunagu.app.checkups;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Columns;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.consent.Consent.About;
import org.tsunagu.app.consent.ConsentChanged;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.intake.Origin;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.worklists.Leaving;
import org.tsunagu.app.worklists.NewTask;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;

/// Decides anew which results of members count (特定健診としての取扱い, see [Held]), within the transaction of the
/// caller.
@Component
class Recounting {

    private static final String RESULTS = """
        select c.id, c.held, c.origin, c.member_id, d.value = 'true'
        from checkups.checkup c
        left join checkups.current_decision d on d.checkup_id = c.id and d.question = 'COMPLETE'
        where c.member_id = any(:members) and (c.held <> '' or not c.withdrawn)
        """;

    private final JdbcClient jdbc;
    private final Members members;
    private final Consents consents;
    private final Checkups checkups;
    private final Tasks tasks;
    private final Leaving leaving;
    private final HighValues highValues;
    private final Clock clock;
    private final Judging judging = Judging.shipped();

    Recounting(
            JdbcClient jdbc,
            Members members,
            Consents consents,
            Checkups checkups,
            Tasks tasks,
            Leaving leaving,
            HighValues highValues,
            Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.consents = consents;
        this.checkups = checkups;
        this.tasks = tasks;
        this.leaving = leaving;
        this.highValues = highValues;
        this.clock = clock;
    }

    @EventListener
    void on(ConsentChanged event) {
        if (event.about() == About.CLINICAL) {
            of(event.insurer(), List.of(event.memberId()));
        }
    }

    /// Says of each result of some members whether it is held, and why.
    void settle(Collection<Long> people) {
        var said = consents.inForce(people, About.CLINICAL);
        var changed = jdbc
                .sql(RESULTS)
                .param("members", people.toArray(Long[]::new))
                .query((row, n) -> new Settled(
                        row.getLong(1),
                        row.getString(2),
                        Held.text(Held.of(
                                Origin.valueOf(row.getString(3)),
                                Optional.ofNullable(said.get(row.getLong(4))),
                                row.getBoolean(5)))))
                .list()
                .stream()
                .filter(result -> !result.before().equals(result.held()))
                .toList();
        jdbc.sql("update checkups.checkup c set held = s.held, withdrawn = s.held <> ''"
                        + " from unnest(:ids, :held) as s (id, held) where s.id = c.id")
                .param("ids", Columns.numbers(changed, Settled::id))
                .param("held", Columns.texts(changed, Settled::held))
                .update();
    }

    private record Settled(long id, String before, String held) {}

    /// Of one day the result that came last counts: a document that was put right later does not count before one that
    /// the facility has sent again.
    void supersede(Collection<Long> people) {
        jdbc.sql("with n as materialized (select distinct on (member_id, exam_date)"
                        + " id, member_id, exam_date, document_id from checkups.checkup"
                        + " where member_id = any(:members) and not withdrawn"
                        + " order by member_id, exam_date, document_id desc)"
                        + " update checkups.checkup o set superseded_by = n.id from n"
                        + " where o.member_id = any(:members) and o.member_id = n.member_id and o.exam_date = n.exam_date"
                        + " and o.document_id < n.document_id and o.superseded_by is null and not o.withdrawn")
                .param("members", people.toArray(Long[]::new))
                .update();
    }

    /// Does it all for members about whom something has changed: what counts, what replaces what, and what is to be
    /// done.
    void of(InsurerId insurer, List<Long> people) {
        change(insurer, people, "RECOUNTED", () -> settle(people));
    }

    /// Withdraws the results of documents that are not taken after all, with whatever they asked for;
    /// what they had replaced counts again and asks again.
    void withdraw(InsurerId insurer, List<Long> documents) {
        var people = jdbc.sql("select distinct member_id from checkups.checkup where document_id = any(:documents)")
                .param("documents", documents.toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list();
        change(
                insurer,
                people,
                "WITHDRAWN",
                () -> jdbc.sql("update checkups.checkup set withdrawn = true, held = ''"
                                + " where document_id = any(:documents)")
                        .param("documents", documents.toArray(Long[]::new))
                        .update());
    }

    private void change(InsurerId insurer, List<Long> people, String why, Runnable change) {
        var before = latest(people);
        change.run();
        // What a result had replaced that counts no more counts again.
        jdbc.sql("update checkups.checkup o set superseded_by = null from checkups.checkup n"
                        + " where o.member_id = any(:members) and n.id = o.superseded_by and n.withdrawn")
                .param("members", people.toArray(Long[]::new))
                .update();
        supersede(people);
        var after = latest(people);
        var concerned = people.stream()
                .filter(member -> !Objects.equals(before.get(member), after.get(member)))
                .toList();
        ask(insurer, concerned, why);
        highValues.refresh(people);
    }

    /// Works out again what is to be done about members whose latest result was judged again.
    void renew(InsurerId insurer, List<Long> people, String why) {
        ask(insurer, people, why);
        highValues.refresh(people);
    }

    private void ask(InsurerId insurer, List<Long> concerned, String why) {
        tasks.dropAbout(concerned, CheckupTasks.KINDS, why);
        tasks.put(insurer, fresh(concerned));
        var left = new HashSet<>(concerned);
        left.removeAll(members.coveredOn(concerned, LocalDate.now(clock)));
        leaving.leave(left, CheckupTasks.KINDS);
    }

    private List<NewTask> fresh(List<Long> people) {
        var today = LocalDate.now(clock);
        var known = members.within(people);
        return checkups.ofAll(people).values().stream()
                .map(List::getFirst)
                .filter(checkup -> judging.covers(checkup.examDate()))
                .flatMap(checkup -> {
                    var member = Objects.requireNonNull(known.get(checkup.memberId()));
                    var judgement = judging.judge(examinee(member, checkup), checkup.values());
                    return CheckupTasks.of(checkup.memberId(), checkup.examDate(), judgement, today).stream();
                })
                .toList();
    }

    private static Examinee examinee(Member member, Checkup checkup) {
        return new Examinee(member.sex(), member.birth(), checkup.examDate());
    }

    /// The latest result of each member that counts.
    private Map<Long, Long> latest(List<Long> people) {
        var latest = new HashMap<Long, Long>();
        jdbc.sql("select distinct on (member_id) member_id, id from checkups.checkup where member_id = any(:members)"
                        + " and superseded_by is null and not withdrawn order by member_id, exam_date desc, id desc")
                .param("members", people.toArray(Long[]::new))
                .query(row -> {
                    latest.put(row.getLong(1), row.getLong(2));
                });
        return latest;
    }
}
