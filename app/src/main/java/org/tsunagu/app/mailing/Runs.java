package org.tsunagu.app.mailing;

import java.nio.file.Path;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.contacts.PostedLetters;
import org.tsunagu.app.contacts.PostedLetters.Posted;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.tables.ReasonJson;

/// Runs of letters (通知の一括作成): asked for here, made by [LetterJob], recorded as contacts once they are posted.
@Service
public class Runs {

    /// The kind of the job.
    static final String JOB = "letters";

    private static final String SELECT = "select r.id, r.kind, r.state, r.letter_day, c.total, c.printed, c.refused,"
            + " r.pages, r.created_at, r.created_by, r.posted_on, r.posted_by from mailing.run r,"
            + " lateral (select count(*) filter (where l.state <> 'MOVED') total, count(*) filter (where l.state = 'PRINTED') printed,"
            + " count(*) filter (where l.state = 'REFUSED') refused from mailing.letter l where l.run_id = r.id) c";
    private static final String OF_MEMBERS =
            "select m.id member_id, null::bigint task_id from membership.member m where m.id = any(:ids)";
    private static final RowMapper<Run> RUN = (row, n) -> new Run(
            row.getLong(1),
            Run.Kind.valueOf(row.getString(2)),
            Run.State.valueOf(row.getString(3)),
            row.getObject(4, LocalDate.class),
            row.getInt(5),
            row.getInt(6),
            row.getInt(7),
            row.getInt(8),
            row.getObject(9, java.time.OffsetDateTime.class),
            row.getString(10),
            Optional.ofNullable(row.getObject(11, LocalDate.class)),
            row.getString(12));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Jobs jobs;
    private final PostedLetters posted;
    private final Clock clock;
    private final Path folder;

    Runs(
            JdbcClient jdbc,
            TenantTransactions transactions,
            Jobs jobs,
            PostedLetters posted,
            Clock clock,
            @Value("${tsunagu.data}") Path data) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.jobs = jobs;
        this.posted = posted;
        this.clock = clock;
        this.folder = data.resolve("letters");
    }

    /// Asks for a run about the people of some tasks: one letter a person, in the order of the mail, by
    /// postal code and name. The work itself is done in the background.
    ///
    /// @param chosenBy the filter, or `selected`
    /// @return the run; none when nobody is concerned
    public Optional<Long> ask(Run.Kind kind, List<Long> taskIds, String chosenBy) {
        return ask(
                kind,
                0,
                "select distinct on (t.member_id) t.member_id, t.id task_id from worklists.task t"
                        + " where t.id = any(:ids) and t.member_id is not null order by t.member_id, t.urgency desc, t.id",
                taskIds,
                chosenBy);
    }

    /// The same about people without a task.
    public Optional<Long> askFor(Run.Kind kind, List<Long> memberIds, String chosenBy) {
        return ask(kind, 0, OF_MEMBERS, memberIds, chosenBy);
    }

    /// The letters of a reminder.
    public Optional<Long> askForReminder(long reminder, List<Long> memberIds) {
        return ask(Run.Kind.REMINDER, reminder, OF_MEMBERS, memberIds, "reminder " + reminder);
    }

    /// The letters of an invitation to guidance.
    public Optional<Long> askForInvitation(long invitation, List<Long> memberIds) {
        return ask(Run.Kind.INVITATION, invitation, OF_MEMBERS, memberIds, "invitation " + invitation);
    }

    private Optional<Long> ask(Run.Kind kind, long occasion, String people, List<Long> ids, String chosenBy) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var run = jdbc.sql("insert into mailing.run (insurer_id, kind, occasion_id, chosen_by, letter_day,"
                            + " created_by) values (:insurer, :kind, nullif(:occasion, 0), :chosen, :day, :by)"
                            + " returning id")
                    .param("occasion", occasion)
                    .param("insurer", actor.insurer().id().value())
                    .param("kind", kind.name())
                    .param("chosen", chosenBy)
                    .param("day", Date.valueOf(LocalDate.now(clock)))
                    .param("by", actor.name())
                    .query(Long.class)
                    .single();
            var count = jdbc.sql("insert into mailing.letter (insurer_id, run_id, seq, member_id, task_id)"
                            + " select :insurer, :run, row_number() over (order by m.postal_code, m.kana_key, m.id),"
                            + " p.member_id, p.task_id from (" + people + ") p"
                            + " join membership.member m on m.id = p.member_id")
                    .param("insurer", actor.insurer().id().value())
                    .param("run", run)
                    .param("ids", ids.toArray(Long[]::new))
                    .update();
            if (count == 0) {
                throw new NobodyConcerned();
            }
            jobs.enqueue(actor.insurer().id(), JOB, Long.toString(run), actor.name());
            return Optional.of(run);
        });
    }

    /// The rest of a run whose printing stopped (印刷の続き): the letters from a number on move to a new run, in
    /// the same order. They are made anew, with the numbers of the new run, and nobody's letter is counted
    /// twice.
    ///
    /// @param from the number of the first letter that was not printed
    /// @return the new run; empty when the run is not ready, was posted, or has no such letter
    public Optional<Long> rest(long run, int from) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            // Locked: somebody may be saying just now that the run was posted.
            var isReady = jdbc.sql("select id from mailing.run where id = :run and state = 'READY' for update")
                    .param("run", run)
                    .query((row, n) -> row.getLong(1))
                    .optional();
            if (isReady.isEmpty()) {
                return Optional.empty();
            }
            var moved = jdbc.sql("update mailing.letter set state = 'MOVED' where run_id = :run and seq >= :from"
                            + " and state = 'PRINTED' returning seq")
                    .param("run", run)
                    .param("from", from)
                    .query((row, n) -> row.getInt(1))
                    .list();
            if (moved.isEmpty()) {
                return Optional.empty();
            }
            var fresh = jdbc.sql("insert into mailing.run (insurer_id, kind, occasion_id, chosen_by, letter_day,"
                            + " created_by) select insurer_id, kind, occasion_id, :chosen, letter_day, :by from mailing.run where id = :run"
                            + " returning id")
                    .param("chosen", "run %d from %d".formatted(run, from))
                    .param("by", actor.name())
                    .param("run", run)
                    .query(Long.class)
                    .single();
            jdbc.sql("insert into mailing.letter (insurer_id, run_id, seq, member_id, task_id)"
                            + " select insurer_id, :fresh, row_number() over (order by seq), member_id, task_id"
                            + " from mailing.letter where run_id = :run and seq = any(:moved)")
                    .param("fresh", fresh)
                    .param("run", run)
                    .param("moved", moved.toArray(Integer[]::new))
                    .update();
            jobs.enqueue(actor.insurer().id(), JOB, Long.toString(fresh), actor.name());
            return Optional.of(fresh);
        });
    }

    /// Rolls back a run without letters.
    public static final class NobodyConcerned extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// The newest runs.
    public List<Run> latest(int most) {
        return latest(0, most);
    }

    /// The runs from a place in the list on, the newest first.
    public List<Run> latest(int from, int most) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " order by r.id desc offset :from limit :most")
                .param("from", from)
                .param("most", most)
                .query(RUN)
                .list());
    }

    /// One run.
    public Optional<Run> find(long id) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where r.id = :id")
                .param("id", id)
                .query(RUN)
                .optional());
    }

    /// The people of a run.
    public List<Long> people(long run) {
        return members(run, "");
    }

    /// The people of a run who have got a letter.
    public List<Long> printed(long run) {
        return members(run, " and state = 'PRINTED'");
    }

    private List<Long> members(long run, String only) {
        return transactions.inCurrent(
                () -> jdbc.sql("select distinct member_id from mailing.letter where run_id = :run" + only)
                        .param("run", run)
                        .query(Long.class)
                        .list());
    }

    /// Where the PDF of a run lies.
    public Path pdf(InsurerId insurer, long run) {
        return folder.resolve(Integer.toString(insurer.value())).resolve(run + ".pdf");
    }

    /// Somebody whose letter could not be made, or was made with a remark.
    ///
    /// @param problem key of the sentence in the message file, with `facts`
    public record Trouble(long memberId, String name, boolean isPrinted, String problem, Map<String, String> facts) {}

    /// Everybody about whom there is something to say, those without a letter first.
    public List<Trouble> troubles(long run, int most) {
        return transactions.inCurrent(() -> jdbc.sql("select l.member_id, m.name, l.state, l.problem, l.facts"
                        + " from mailing.letter l join membership.member m on m.id = l.member_id"
                        + " where l.run_id = :run and l.problem <> '' order by l.state desc, l.seq limit :most")
                .param("run", run)
                .param("most", most)
                .query((row, n) -> new Trouble(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3).equals("PRINTED"),
                        row.getString(4),
                        ReasonJson.readNamed(row.getString(5))))
                .list());
    }

    /// Records that the letters were posted: a contact with every person who got one. A second time changes
    /// nothing.
    ///
    /// @return how many contacts; none when the run is not ready
    public int posted(long id, LocalDate day, String note) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var isFirst = jdbc.sql("update mailing.run set state = 'POSTED', posted_on = :day, posted_by = :by"
                            + " where id = :id and state = 'READY'")
                    .param("day", Date.valueOf(day))
                    .param("by", actor.name())
                    .param("id", id)
                    .update();
            if (isFirst == 0) {
                return 0;
            }
            var letters = jdbc.sql("select member_id, coalesce(task_id, 0), seq from mailing.letter"
                            + " where run_id = :run and state = 'PRINTED' order by seq")
                    .param("run", id)
                    .query((row, n) ->
                            new Posted(row.getLong(1), row.getLong(2), "letter:%d:%d".formatted(id, row.getInt(3))))
                    .list();
            posted.record(letters, day, note);
            return letters.size();
        });
    }
}
