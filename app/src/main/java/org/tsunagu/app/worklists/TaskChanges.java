package org.tsunagu.app.worklists;

import java.sql.Date;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;

/// Changes tasks, one or a whole list (作業の変更). Whoever has seen an older version changes nothing and is told what has
/// happened; every change is kept with what was there before.
@Service
public class TaskChanges {

    private static final String COLUMNS =
            "insert into worklists.change (insurer_id, task_id, version, staff_id, staff_name,"
                    + " due_before, due, owner_before, owner, state_before, state, note_before, note)";
    private static final String UPDATE = " update worklists.task t set due = coalesce(:toDue, t.due),"
            + " owner = case when :setsOwner then :toOwner else t.owner end,"
            + " owner_name = case when :setsOwner then :toOwnerName else t.owner_name end,"
            + " state = coalesce(:toState, t.state), state_note = coalesce(:toStateNote, t.state_note),"
            + " note = coalesce(:toNote, t.note), version = t.version + 1, updated_at = now()"
            + " from picked p where p.id = t.id and t.state = 'OPEN'"
            + " returning t.insurer_id, t.id, t.version, p.due_before, t.due, p.owner_before, t.owner_name owner,"
            + " p.state_before, t.state, p.note_before, t.note";
    /// What was there before is read where the rows are locked: `returning old` is younger than the
    /// oldest database.
    private static final String PICKED = "with picked as (select t.id, t.due due_before, t.owner_name owner_before,"
            + " t.state state_before, t.note note_before from worklists.task t";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    TaskChanges(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// A task as somebody has seen it.
    ///
    /// @param version 0 when it is not known
    public record Seen(long id, int version) {}

    /// Who is to be on it.
    ///
    /// @param id 0 for nobody
    public record Owner(long id, String name) {}

    /// What is to become of tasks; what is empty stays.
    ///
    /// @param state `DONE` or `EXCLUDED`
    /// @param stateNote why it is closed
    public record Wanted(
            Optional<Owner> owner,
            Optional<LocalDate> due,
            Optional<String> state,
            Optional<String> stateNote,
            Optional<String> note) {

        /// Gives tasks to somebody or to nobody.
        public static Wanted owner(long id, String name) {
            return new Wanted(
                    Optional.of(new Owner(id, name)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /// Puts tasks off to another day.
        public static Wanted due(LocalDate day) {
            return new Wanted(Optional.empty(), Optional.of(day), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /// Closes tasks; whoever closes them is on them. A program is named as the one who did it, but owns nothing.
        public static Wanted closed(boolean isDone, String why) {
            var actor = Actors.current();
            return new Wanted(
                    Optional.of(new Owner(actor.id(), actor.name())),
                    Optional.empty(),
                    Optional.of(isDone ? "DONE" : "EXCLUDED"),
                    Optional.of(why),
                    Optional.empty());
        }
    }

    /// What somebody changed (変更の記録).
    public record Change(
            OffsetDateTime at,
            String by,
            LocalDate dueBefore,
            LocalDate due,
            String ownerBefore,
            String owner,
            String stateBefore,
            String state) {}

    /// A task that was changed after it had been seen, with what was changed.
    public record Conflict(Task task, List<Change> changes) {}

    /// What came of a change.
    ///
    /// @param changed how many tasks were changed
    /// @param people whom they are about, for the ledger
    /// @param conflicts those that were not, because somebody else had changed them
    public record Outcome(int changed, List<Long> people, List<Conflict> conflicts) {}

    /// Changes the tasks that are still as they were seen.
    public Outcome change(List<Seen> seen, Wanted wanted) {
        return transactions.inCurrent(() -> {
            var changed = new HashSet<>(bind(
                            jdbc.sql(PICKED
                                    + " join unnest(:ids::bigint[], :versions::int[]) s(id, version) on s.id = t.id"
                                    + " where t.state = 'OPEN' and (s.version = 0 or s.version = t.version)"
                                    + " order by t.id for update of t), changed as (" + UPDATE + ") " + COLUMNS
                                    + " select insurer_id, id, version, :staff, :staffName, due_before, due, owner_before,"
                                    + " owner, state_before, state, note_before, note from changed returning task_id"),
                            wanted)
                    .param("ids", seen.stream().map(Seen::id).toArray(Long[]::new))
                    .param("versions", seen.stream().map(Seen::version).toArray(Integer[]::new))
                    .query((row, n) -> row.getLong(1))
                    .list());
            var missed =
                    seen.stream().filter(one -> !changed.contains(one.id())).toList();
            return new Outcome(changed.size(), people(changed), conflicts(missed));
        });
    }

    /// Changes every open task of a list.
    public Outcome changeAll(TaskFilter filter, Wanted wanted) {
        var sql = filter.sql();
        return transactions.inCurrent(() -> {
            var changed = sql.bind(bind(
                            jdbc.sql(PICKED + sql.joins() + sql.where()
                                    + " order by t.id for update of t), changed as (" + UPDATE + ") " + COLUMNS
                                    + " select insurer_id, id, version, :staff, :staffName, due_before, due, owner_before,"
                                    + " owner, state_before, state, note_before, note from changed returning task_id"),
                            wanted))
                    .query((row, n) -> row.getLong(1))
                    .list();
            return new Outcome(changed.size(), people(changed), List.of());
        });
    }

    private List<Long> people(Collection<Long> tasks) {
        return jdbc.sql("select distinct member_id from worklists.task where id = any(:tasks)"
                        + " and member_id is not null")
                .param("tasks", tasks.toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private static StatementSpec bind(StatementSpec statement, Wanted wanted) {
        var actor = Actors.current();
        var owner = wanted.owner().orElse(new Owner(0, ""));
        return statement
                .param("toDue", wanted.due().map(Date::valueOf).orElse(null), Types.DATE)
                .param("setsOwner", wanted.owner().isPresent())
                .param("toOwner", owner.id() > 0 ? owner.id() : null, Types.BIGINT)
                .param("toOwnerName", owner.name())
                .param("toState", wanted.state().orElse(null), Types.VARCHAR)
                .param("toStateNote", wanted.stateNote().orElse(null), Types.VARCHAR)
                .param("toNote", wanted.note().orElse(null), Types.VARCHAR)
                .param("staff", actor.id())
                .param("staffName", actor.name());
    }

    private List<Conflict> conflicts(List<Seen> missed) {
        if (missed.isEmpty()) {
            return List.of();
        }
        var ids = missed.stream().map(Seen::id).toArray(Long[]::new);
        var tasks = jdbc.sql(Tasks.SELECT + " where t.id = any(:ids) order by t.id")
                .param("ids", ids)
                .query(Tasks.TASK)
                .list();
        var changes = changes(missed);
        return tasks.stream()
                .map(task -> new Conflict(task, changes.getOrDefault(task.id(), List.of())))
                .toList();
    }

    /// What was changed after the versions that were seen, by task; of a version that is not known the last change.
    private Map<Long, List<Change>> changes(List<Seen> missed) {
        var byTask = new LinkedHashMap<Long, List<Change>>();
        jdbc.sql("select c.task_id, c.at, c.staff_name, c.due_before, c.due, c.owner_before, c.owner, c.state_before,"
                        + " c.state from worklists.change c"
                        + " join unnest(:ids::bigint[], :versions::int[]) s(id, version) on s.id = c.task_id"
                        + " where s.version > 0 and c.version > s.version or s.version = 0 and c.version ="
                        + " (select max(l.version) from worklists.change l where l.task_id = s.id)"
                        + " order by c.task_id, c.version")
                .param("ids", missed.stream().map(Seen::id).toArray(Long[]::new))
                .param("versions", missed.stream().map(Seen::version).toArray(Integer[]::new))
                .query(row -> {
                    byTask.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                            .add(new Change(
                                    row.getObject(2, OffsetDateTime.class),
                                    row.getString(3),
                                    row.getObject(4, LocalDate.class),
                                    row.getObject(5, LocalDate.class),
                                    row.getString(6),
                                    row.getString(7),
                                    row.getString(8),
                                    row.getString(9)));
                });
        return byTask;
    }
}
