package org.tsunagu.app.lists;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.tables.ReasonJson;
import org.tsunagu.app.worklists.NewTask;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.table.Certainty;

/// For how long somebody has been on a list (該当の期間), and the one task that belongs to it. Who leaves a list and comes
/// back
/// begins a new time and is asked again, also when the earlier task was closed. Within the transaction of the caller.
@Component
class Episodes {

    private static final int TASKS_AT_ONCE = 1000;
    static final String SUBJECT = "e.member_id || ':' || e.list || ':' || p.number";
    private static final String OFF = "OFF-LIST";

    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final Clock clock;

    Episodes(JdbcClient jdbc, Tasks tasks, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// Brings the times up to what a making found; one of an earlier month than the latest changes nothing.
    void update(InsurerId insurer, Build build) {
        var month = Date.valueOf(build.month().atDay(1));
        var later = jdbc.sql("select count(*) from lists.build where state = 'DONE' and month > :month")
                .param("month", month)
                .query(Integer.class)
                .single();
        if (later > 0) {
            return;
        }
        jdbc.sql("update lists.episode p set last_month = :month from lists.entry e where p.is_open"
                        + " and e.build_id = :build and e.is_on and e.list = p.list and e.member_id = p.member_id")
                .param("month", month)
                .param("build", build.id())
                .update();
        end(insurer, build);
        jdbc.sql("insert into lists.episode (insurer_id, list, member_id, number, first_month, last_month)"
                        + " select e.insurer_id, e.list, e.member_id, coalesce((select max(o.number) from lists.episode o"
                        + " where o.list = e.list and o.member_id = e.member_id), 0) + 1, :month, :month"
                        + " from lists.entry e where e.build_id = :build and e.is_on and not exists (select 1"
                        + " from lists.episode p where p.is_open and p.list = e.list and p.member_id = e.member_id)")
                .param("month", month)
                .param("build", build.id())
                .update();
        for (var list : jdbc.sql("select list from lists.work order by list")
                .query((row, n) -> row.getString(1))
                .list()) {
            putTasks(insurer, build, list);
        }
    }

    /// Who is no longer on a list, also not among those of whom it cannot be told, has left it.
    private void end(InsurerId insurer, Build build) {
        var ended = jdbc.sql("update lists.episode p set is_open = false where p.is_open and p.list in (select list"
                        + " from lists.run where build_id = :build) and not exists (select 1 from lists.entry e"
                        + " where e.build_id = :build and e.list = p.list and e.member_id = p.member_id)"
                        + " returning p.member_id || ':' || p.list || ':' || p.number")
                .param("build", build.id())
                .query((row, n) -> row.getString(1))
                .list();
        tasks.drop(insurer, TaskKind.LIST, ended, OFF);
    }

    /// Makes a task of each person of a list.
    void putTasks(InsurerId insurer, Build build, String list) {
        var today = LocalDate.now(clock);
        var all = jdbc.sql(
                        "select " + SUBJECT + ", e.member_id, e.reasons, e.certainty, p.first_month"
                                + " from lists.entry e join lists.episode p on p.list = e.list and p.member_id = e.member_id"
                                + " and p.is_open where e.build_id = :build and e.list = :list and e.is_on order by e.member_id")
                .param("build", build.id())
                .param("list", list)
                .query((row, n) -> new NewTask(
                        TaskKind.LIST,
                        row.getString(1),
                        row.getLong(2),
                        0,
                        row.getObject(5, LocalDate.class),
                        today.plusDays(TaskKind.LIST.days()),
                        ReasonJson.read(row.getString(3)),
                        Certainty.of(row.getString(4))))
                .list();
        for (var from = 0; from < all.size(); from += TASKS_AT_ONCE) {
            tasks.put(insurer, List.copyOf(all.subList(from, Math.min(all.size(), from + TASKS_AT_ONCE))));
        }
    }

    /// Works on a list from now on.
    void work(InsurerId insurer, Build build, String list, String by) {
        jdbc.sql("insert into lists.work (insurer_id, list, by_name) values (:insurer, :list, :by)"
                        + " on conflict (insurer_id, list) do nothing")
                .param("insurer", insurer.value())
                .param("list", list)
                .param("by", by)
                .update();
        putTasks(insurer, build, list);
    }
}
