package org.tsunagu.app.worklists;

import java.sql.Date;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Columns;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.tables.ReasonJson;
import org.tsunagu.codes.table.Certainty;

/// The tasks of an insurer (作業リスト): one list for all modules.
@Service
public class Tasks {

    static final String SELECT = "select t.id, t.kind, t.subject, coalesce(t.member_id, 0),"
            + " coalesce(m.name, ''), coalesce(m.kana, ''), t.since, t.due, t.reasons, t.certainty, t.state,"
            + " coalesce(t.owner, 0), t.owner_name, t.version, t.note, t.state_note"
            + " from worklists.task t left join membership.member m on m.id = t.member_id";
    static final RowMapper<Task> TASK = (row, n) -> new Task(
            row.getLong(1),
            TaskKind.valueOf(row.getString(2)),
            row.getString(3),
            row.getLong(4),
            row.getString(5),
            row.getString(6),
            row.getObject(7, LocalDate.class),
            row.getObject(8, LocalDate.class),
            ReasonJson.read(row.getString(9)),
            Certainty.of(row.getString(10)),
            row.getString(11),
            row.getLong(12),
            row.getString(13),
            row.getInt(14),
            row.getString(15),
            row.getString(16));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    Tasks(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// Adds tasks, within the transaction of the caller. A task that is still open, or was dropped, takes over the new
    /// reasons; one that somebody has closed stays closed.
    public void put(InsurerId insurer, List<NewTask> tasks) {
        jdbc.sql("insert into worklists.task (insurer_id, kind, subject, member_id, urgency, since, due, reasons,"
                        + " certainty) select :insurer, n.kind, n.subject, n.member, n.urgency, n.since::date,"
                        + " n.due::date, n.reasons::jsonb, n.certainty from unnest(:kinds, :subjects, :members,"
                        + " :urgencies, :since, :due, :reasons, :certainties)"
                        + " as n (kind, subject, member, urgency, since, due, reasons, certainty)"
                        + " on conflict (insurer_id, kind, subject) do update set member_id = excluded.member_id,"
                        + " urgency = excluded.urgency, since = excluded.since, reasons = excluded.reasons,"
                        + " certainty = excluded.certainty, state = 'OPEN', state_note = '',"
                        + " opened_at = case worklists.task.state when 'OPEN' then worklists.task.opened_at else now() end,"
                        + " version = worklists.task.version + 1, updated_at = now()"
                        + " where worklists.task.state in ('OPEN', 'DROPPED')")
                .param("insurer", insurer.value())
                .param("kinds", Columns.texts(tasks, task -> task.kind().name()))
                .param("subjects", Columns.texts(tasks, NewTask::subject))
                .param("members", Columns.numbers(tasks, task -> task.memberId() == 0 ? null : task.memberId()))
                .param("urgencies", Columns.numbers(tasks, task -> (long) task.urgency()))
                .param("since", Columns.texts(tasks, NewTask::since))
                .param("due", Columns.texts(tasks, NewTask::due))
                .param("reasons", Columns.texts(tasks, task -> ReasonJson.write(task.reasons())))
                .param(
                        "certainties",
                        Columns.texts(tasks, task -> task.certainty().name().toLowerCase(Locale.ROOT)))
                .update();
    }

    /// Takes tasks off the list because their cause is gone, within the transaction of the caller.
    public void drop(InsurerId insurer, TaskKind kind, List<String> subjects, String why) {
        jdbc.sql("update worklists.task set state = 'DROPPED', state_note = :why, version = version + 1,"
                        + " updated_at = now() where insurer_id = :insurer and kind = :kind"
                        + " and subject = any(:subjects) and state = 'OPEN'")
                .param("why", why)
                .param("insurer", insurer.value())
                .param("kind", kind.name())
                .param("subjects", subjects.toArray(String[]::new))
                .update();
    }

    /// Takes all open tasks of some kinds about some members off the list, also those that wait for somebody who has
    /// left,
    /// within the transaction of the caller.
    public void dropAbout(List<Long> memberIds, List<TaskKind> kinds, String why) {
        jdbc.sql("update worklists.task set state = 'DROPPED', state_note = :why, version = version + 1,"
                        + " updated_at = now() where member_id = any(:members) and kind = any(:kinds)"
                        + " and (state = 'OPEN' or state = 'DROPPED' and state_note = 'LEFT')")
                .param("why", why)
                .param("members", memberIds.toArray(Long[]::new))
                .param("kinds", kinds.stream().map(TaskKind::name).toArray(String[]::new))
                .update();
    }

    /// Which tasks are wanted (絞り込み).
    ///
    /// @param kind none for all
    /// @param owner 0 for everybody's; a negative number for those of nobody
    /// @param dueBy none for all
    public record Filter(Optional<TaskKind> kind, long owner, Optional<LocalDate> dueBy) {

        private String where() {
            var where = new StringBuilder(" where t.state = 'OPEN'");
            kind.ifPresent(wanted -> where.append(" and t.kind = :kind"));
            dueBy.ifPresent(day -> where.append(" and t.due <= :due"));
            if (owner > 0) {
                where.append(" and t.owner = :owner");
            } else if (owner < 0) {
                where.append(" and t.owner is null");
            }
            return where.toString();
        }

        private StatementSpec bind(StatementSpec statement) {
            return statement
                    .param("kind", kind.map(TaskKind::name).orElse(""))
                    .param("due", dueBy.map(Date::valueOf).orElse(null), java.sql.Types.DATE)
                    .param("owner", owner);
        }
    }

    /// Open tasks, those due first before the others, the most urgent first of those.
    public List<Task> list(Filter filter, int from, int most) {
        return transactions.inCurrent(() -> filter.bind(jdbc.sql(
                        SELECT + filter.where() + " order by t.due, t.urgency desc, t.id offset :from limit :most"))
                .param("from", from)
                .param("most", most)
                .query(TASK)
                .list());
    }

    /// How many open tasks there are (作業の件数).
    ///
    /// @param overdue and the other days count the tasks of one owner only when one is asked for
    /// @param byKind everybody's
    public record Open(int overdue, int dueToday, int dueSoon, Map<TaskKind, Integer> byKind) {}

    /// Counts the open tasks once for all of these.
    ///
    /// @param owner 0 for everybody's
    /// @param soon the last day that is soon
    public Open open(long owner, LocalDate today, LocalDate soon) {
        var byKind = new EnumMap<TaskKind, Integer>(TaskKind.class);
        var due = new int[3];
        transactions.inCurrent(() -> {
            jdbc.sql("select kind, count(*),"
                            + " count(*) filter (where due < :today and (:owner = 0 or owner = :owner)),"
                            + " count(*) filter (where due = :today and (:owner = 0 or owner = :owner)),"
                            + " count(*) filter (where due > :today and due <= :soon and (:owner = 0 or owner = :owner))"
                            + " from worklists.task where state = 'OPEN' group by kind")
                    .param("today", Date.valueOf(today))
                    .param("soon", Date.valueOf(soon))
                    .param("owner", owner)
                    .query(row -> {
                        byKind.put(TaskKind.valueOf(row.getString(1)), row.getInt(2));
                        for (var i = 0; i < due.length; i++) {
                            due[i] += row.getInt(i + 3);
                        }
                    });
            return "";
        });
        return new Open(due[0], due[1], due[2], byKind);
    }

    /// How many open tasks there are of each kind.
    public Map<TaskKind, Integer> byKind() {
        var counts = new EnumMap<TaskKind, Integer>(TaskKind.class);
        transactions.inCurrent(() -> {
            jdbc.sql("select kind, count(*) from worklists.task where state = 'OPEN' group by kind")
                    .query(row -> {
                        counts.put(TaskKind.valueOf(row.getString(1)), row.getInt(2));
                    });
            return "";
        });
        return counts;
    }

    /// The tasks about a member, open ones first.
    public List<Task> of(long memberId) {
        return transactions.inCurrent(() -> jdbc.sql(
                        SELECT + " where t.member_id = :member" + " order by (t.state = 'OPEN') desc, t.due, t.id")
                .param("member", memberId)
                .query(TASK)
                .list());
    }

    /// One task.
    public Optional<Task> find(long id) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where t.id = :id")
                .param("id", id)
                .query(TASK)
                .optional());
    }
}
