package org.tsunagu.app.worklists;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;

/// The tasks of the current insurer page by page (作業の一覧).
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
}
