package org.tsunagu.app.worklists;

import java.nio.file.Path;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.worklists.UploadDiff.Result;
import org.tsunagu.app.worklists.WorkbookReader.Line;
import org.tsunagu.app.worklists.WorkbookReader.Refused;

/// Workbooks that come back (Excelの取り込み): what they would change is shown first, and taken in when somebody says so.
@Service
public class Uploads {

    private static final int LINES_AT_ONCE = 1000;
    private static final String TAKE = "with picked as (select t.id, l.due, l.owner, l.owner_name, l.state, l.note,"
            + " t.due due_before, t.owner_name owner_before, t.state state_before, t.note note_before"
            + " from worklists.upload_line l join worklists.task t on t.id = l.task_id and t.version = l.version"
            + " where l.upload_id = :upload and l.verdict = 'CHANGE' and t.state = 'OPEN' order by t.id for update of t),"
            + " changed as (update worklists.task t set due = p.due, owner = p.owner, owner_name = p.owner_name,"
            + " state = p.state, state_note = case p.state when 'OPEN' then t.state_note else p.note end, note = p.note,"
            + " version = t.version + 1, updated_at = now() from picked p where p.id = t.id"
            + " returning t.insurer_id, t.id, t.version, p.due_before, t.due, p.owner_before, t.owner_name owner,"
            + " p.state_before, t.state, p.note_before, t.note), kept as (insert into worklists.change (insurer_id, task_id, version,"
            + " staff_id, staff_name, due_before, due, owner_before, owner, state_before, state, note_before, note)"
            + " select insurer_id, id, version, :staff, :staffName, due_before, due, owner_before, owner, state_before,"
            + " state, note_before, note from changed returning task_id)"
            + " update worklists.upload_line l set verdict = 'TAKEN' from kept"
            + " where l.upload_id = :upload and l.verdict = 'CHANGE' and l.task_id = kept.task_id";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final TenantTransactions transactions;
    private final Accounts accounts;
    private final Clock clock;

    Uploads(JdbcClient jdbc, JdbcTemplate batch, TenantTransactions transactions, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.transactions = transactions;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// A workbook was read, or why it was not.
    ///
    /// @param problem key of the sentence; empty when there is an upload
    public record Read(long upload, String problem) {}

    /// Reads a workbook and keeps what it would change; no task is changed.
    public Read read(Path file, String name) {
        var lines = new ArrayList<Line>();
        try {
            var export = WorkbookReader.read(file, lines::add);
            return transactions.inCurrent(() -> {
                if (!isOurs(export)) {
                    return new Read(0, "worklists.excel.problem.export");
                }
                return new Read(keep(export, name, lines), "");
            });
        } catch (Refused refused) {
            return new Read(0, refused.key());
        }
    }

    private boolean isOurs(UUID export) {
        return jdbc.sql("select exists (select 1 from worklists.export where id = :id)")
                .param("id", export)
                .query(Boolean.class)
                .single();
    }

    private long keep(UUID export, String name, List<Line> lines) {
        var actor = Actors.current();
        var upload = jdbc.sql("insert into worklists.upload (insurer_id, staff_id, name, export_id)"
                        + " values (:insurer, :staff, :name, :export) returning id")
                .param("insurer", actor.insurer().id().value())
                .param("staff", actor.id())
                .param("name", name)
                .param("export", export)
                .query(Long.class)
                .single();
        var diff = new UploadDiff(accounts.workers(actor.insurer().id()), LocalDate.now(clock));
        for (var from = 0; from < lines.size(); from += LINES_AT_ONCE) {
            var some = lines.subList(from, Math.min(lines.size(), from + LINES_AT_ONCE));
            var results = diff.compare(some, tasks(some));
            batch.batchUpdate(
                    "insert into worklists.upload_line (insurer_id, upload_id, line, task_id, version, verdict, problem,"
                            + " cell, due_before, due, owner_before, owner, owner_name, state_before, state, note_before,"
                            + " note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    results.stream()
                            .map(result -> row(actor.insurer().id().value(), upload, result))
                            .toList());
        }
        jdbc.sql("update worklists.upload set same = :same where id = :id")
                .param("same", diff.same())
                .param("id", upload)
                .update();
        return upload;
    }

    private Map<Long, Task> tasks(List<Line> lines) {
        var ids = lines.stream()
                .flatMap(line -> TaskSheet.key(line.key()).stream())
                .map(TaskSheet.Key::id)
                .toArray(Long[]::new);
        return jdbc.sql(Tasks.SELECT + " where t.id = any(:ids)").param("ids", ids).query(Tasks.TASK).stream()
                .collect(Collectors.toMap(Task::id, task -> task));
    }

    private static @Nullable Object[] row(int insurer, Long upload, Result result) {
        var task = result.task();
        return new @Nullable Object[] {
            insurer,
            upload,
            result.line().number(),
            task.map(Task::id).orElse(null),
            task.map(Task::version).orElse(0),
            result.verdict(),
            result.problem(),
            result.cell().length() > 200 ? result.cell().substring(0, 200) : result.cell(),
            task.map(one -> Date.valueOf(one.due())).orElse(null),
            result.due().map(Date::valueOf).orElse(null),
            task.map(Task::ownerName).orElse(""),
            result.owner() == 0 ? null : result.owner(),
            result.ownerName(),
            task.map(Task::state).orElse(""),
            result.state(),
            task.map(Task::note).orElse(""),
            result.note()
        };
    }

    /// An upload of the current actor with its first lines, those that need somebody first.
    public Optional<Upload> find(long id, int most) {
        return transactions.inCurrent(() -> jdbc.sql(
                        "select id, name, state, same from worklists.upload where id = :id" + " and staff_id = :staff")
                .param("id", id)
                .param("staff", Actors.current().id())
                .query((row, n) -> new Upload(
                        row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), counts(id), lines(id, most)))
                .optional());
    }

    private Map<String, Integer> counts(long id) {
        var counts = new HashMap<String, Integer>();
        jdbc.sql("select verdict, count(*) from worklists.upload_line where upload_id = :id group by verdict")
                .param("id", id)
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    private List<Upload.Line> lines(long id, int most) {
        return jdbc.sql(
                        "select l.line, l.verdict, coalesce(m.id, 0), coalesce(m.name, t.subject, ''), l.problem, l.cell,"
                                + " l.due_before, l.due, l.owner_before, l.owner_name, l.state_before, l.state, l.note_before, l.note"
                                + " from worklists.upload_line l left join worklists.task t on t.id = l.task_id"
                                + " left join membership.member m on m.id = t.member_id where l.upload_id = :id"
                                + " order by case l.verdict when 'ERROR' then 1 when 'CONFLICT' then 2 else 3 end, l.line"
                                + " limit :most")
                .param("id", id)
                .param("most", most)
                .query((row, n) -> new Upload.Line(
                        row.getInt(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        Optional.ofNullable(row.getObject(7, LocalDate.class)),
                        Optional.ofNullable(row.getObject(8, LocalDate.class)),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12),
                        row.getString(13),
                        row.getString(14)))
                .list();
    }

    /// Takes in what was shown, all in one transaction. A task that was changed after it was shown stays as it is.
    ///
    /// @return how many tasks were changed
    public int take(long id) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            if (!end(id, "DONE")) {
                return 0;
            }
            var taken = jdbc.sql(TAKE)
                    .param("upload", id)
                    .param("staff", actor.id())
                    .param("staffName", actor.name())
                    .update();
            jdbc.sql("update worklists.upload_line set verdict = 'CONFLICT', problem = 'changed'"
                            + " where upload_id = :upload and verdict = 'CHANGE'")
                    .param("upload", id)
                    .update();
            return taken;
        });
    }

    /// The people about whom tasks were changed by an upload.
    public List<Long> people(long id) {
        return transactions.inCurrent(() -> jdbc.sql("select distinct t.member_id from worklists.upload_line l"
                        + " join worklists.task t on t.id = l.task_id where l.upload_id = :upload"
                        + " and l.verdict = 'TAKEN' and t.member_id is not null")
                .param("upload", id)
                .query(Long.class)
                .list());
    }

    /// Leaves everything as it is.
    public void cancel(long id) {
        transactions.inCurrent(() -> end(id, "CANCELLED"));
    }

    private boolean end(long id, String state) {
        return jdbc.sql("update worklists.upload set state = :state where id = :id and staff_id = :staff"
                                + " and state = 'PENDING'")
                        .param("state", state)
                        .param("id", id)
                        .param("staff", Actors.current().id())
                        .update()
                > 0;
    }
}
