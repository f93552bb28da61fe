package org.tsunagu.app.worklists;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.TenantTransactions;

/// The tasks of the current insurer page by page, and changes that see whether somebody else was faster (作業の一覧と更新).
@Service
public class TaskPages {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    TaskPages(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// Which tasks are wanted (絞り込み).
    ///
    /// @param state OPEN, DONE, EXCLUDED or DROPPED
    /// @param kind none for all
    /// @param dueBy none for all
    public record Wanted(String state, Optional<TaskKind> kind, Optional<LocalDate> dueBy) {}

    /// Tasks by the day they are due.
    ///
    /// @param due and `id`: of the last one that has been seen
    public List<Task> after(Wanted wanted, LocalDate due, long id, int most) {
        return transactions.inCurrent(() -> jdbc.sql(Tasks.SELECT + " where t.state = :state"
                        + wanted.kind().map(kind -> " and t.kind = :kind").orElse("")
                        + wanted.dueBy().map(day -> " and t.due <= :dueBy").orElse("")
                        + " and (t.due, t.id) > (:due, :id) order by t.due, t.id limit :most")
                .param("state", wanted.state())
                .param("kind", wanted.kind().map(TaskKind::name).orElse(""))
                .param("dueBy", wanted.dueBy().map(Date::valueOf).orElse(null), java.sql.Types.DATE)
                .param("due", Date.valueOf(due))
                .param("id", id)
                .param("most", most)
                .query(Tasks.TASK)
                .list());
    }

    /// Gives an open task to somebody.
    ///
    /// @return false when it is not as it was: another version, or closed
    public boolean assign(long id, int version, long owner, String ownerName) {
        return transactions.inCurrent(() -> jdbc.sql("update worklists.task set owner = :owner, owner_name = :name,"
                                + " version = version + 1, updated_at = now()"
                                + " where id = :id and version = :version and state = 'OPEN'")
                        .param("owner", owner)
                        .param("name", ownerName)
                        .param("id", id)
                        .param("version", version)
                        .update()
                > 0);
    }

    /// Closes an open task. A program is named as the one who did it, but owns nothing.
    ///
    /// @param isDone false when the person is taken off the list for a reason
    /// @return false when it is not as it was: another version, or closed
    public boolean close(long id, int version, boolean isDone, String note, Actor by) {
        return transactions.inCurrent(() -> jdbc.sql("update worklists.task set state = :state, state_note = :note,"
                                + " owner = :owner, owner_name = :name, version = version + 1, updated_at = now()"
                                + " where id = :id and version = :version and state = 'OPEN'")
                        .param("state", isDone ? "DONE" : "EXCLUDED")
                        .param("note", note)
                        .param("owner", by.id() > 0 ? by.id() : null, java.sql.Types.BIGINT)
                        .param("name", by.name())
                        .param("id", id)
                        .param("version", version)
                        .update()
                > 0);
    }
}
