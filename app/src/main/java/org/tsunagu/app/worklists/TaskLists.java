package org.tsunagu.app.worklists;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;

/// The lists people work on (作業リストの表示): filtered, sorted, page by page or as a stream.
@Service
public class TaskLists {

    private static final int ROWS_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Clock clock;

    TaskLists(JdbcClient jdbc, TenantTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A query of the current actor, asked today.
    public TaskFilter filter(TaskQuery query) {
        var isNeeded = query.is("fresh", "visit") || query.is("closed", "visit");
        return new TaskFilter(
                query, LocalDate.now(clock), Actors.current().id(), isNeeded ? lastVisit() : Optional.empty());
    }

    /// Some tasks of a list. The numbers are found first and only theirs are read whole: pages far back stay quick.
    public List<Task> list(TaskFilter filter, int from, int most) {
        var sql = filter.sql();
        return transactions.inCurrent(() -> sql.bind(jdbc.sql(Tasks.SELECT
                        + " where t.id in (select t.id from worklists.task t" + sql.joins() + sql.where()
                        + filter.order() + " offset :skip limit :most)" + filter.order()))
                .param("skip", from)
                .param("most", most)
                .query(Tasks.TASK)
                .list());
    }

    /// How many there are.
    public int count(TaskFilter filter) {
        var sql = filter.sql();
        return transactions.inCurrent(
                () -> sql.bind(jdbc.sql("select count(*) from worklists.task t" + sql.joins() + sql.where()))
                        .query(Integer.class)
                        .single());
    }

    /// Hands every task of a list to a receiver, without holding them all (書き出し).
    public void each(TaskFilter filter, Consumer<Task> receiver) {
        var sql = filter.sql();
        transactions.inCurrent(() -> {
            try (var rows = sql
                    .bind(jdbc.sql(Tasks.SELECT + sql.where() + filter.order()))
                    .withFetchSize(ROWS_AT_ONCE)
                    .query(Tasks.TASK)
                    .stream()) {
                rows.forEach(receiver);
            }
            return "";
        });
    }

    /// The numbers of all tasks of a list that are about a person, in its order.
    public List<Long> ids(TaskFilter filter) {
        var sql = filter.sql();
        return transactions.inCurrent(() -> sql.bind(jdbc.sql("select t.id from worklists.task t" + sql.joins()
                        + sql.where() + " and t.member_id is not null" + filter.order()))
                .query(Long.class)
                .list());
    }

    /// The people a list is about, each once.
    public List<Long> people(TaskFilter filter) {
        var sql = filter.sql();
        return transactions.inCurrent(() -> sql.bind(jdbc.sql("select distinct t.member_id from worklists.task t"
                        + sql.joins() + sql.where() + " and t.member_id is not null"))
                .query(Long.class)
                .list());
    }

    /// What has left the list since a moment, by state (前回との差).
    public Map<String, Integer> left(OffsetDateTime since) {
        var counts = new HashMap<String, Integer>();
        transactions.inCurrent(() -> {
            jdbc.sql("select state, count(*) from worklists.task where state <> 'OPEN' and updated_at >= :since"
                            + " group by state")
                    .param("since", since)
                    .query(row -> {
                        counts.put(row.getString(1), row.getInt(2));
                    });
            return "";
        });
        return counts;
    }

    /// Notes that the current actor looks at the list.
    public void visited() {
        var actor = Actors.current();
        transactions.inCurrent(
                () -> jdbc.sql("insert into worklists.visit as v (insurer_id, staff_id, seen_at, seen_on)"
                                + " values (:insurer, :staff, :now, :today) on conflict (insurer_id, staff_id) do update set"
                                + " before_at = case when v.seen_on < :today then v.seen_at else v.before_at end,"
                                + " seen_at = :now, seen_on = :today")
                        .param("insurer", actor.insurer().id().value())
                        .param("staff", actor.id())
                        .param("now", OffsetDateTime.now(clock))
                        .param("today", Date.valueOf(LocalDate.now(clock)))
                        .update());
    }

    /// When the current actor last looked at the list on a day before today; none for the first day.
    public Optional<OffsetDateTime> lastVisit() {
        return transactions.inCurrent(() -> jdbc.sql(
                        "select case when seen_on < :today then seen_at else before_at end from worklists.visit"
                                + " where staff_id = :staff")
                .param("staff", Actors.current().id())
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .optional()
                .flatMap(seen -> seen));
    }
}
