package org.tsunagu.app.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;

/// The queue of background work (処理の待ち行列). Its transactions do not wait for the disk: the database keeps
/// their order, so that a machine that loses power loses only the last steps, which are then done again, as
/// after a kill.
@Service
public class Jobs {

    static final Duration LEASE = Duration.ofMinutes(2);

    private static final int MOST_ATTEMPTS = 4;
    private static final String COLUMNS = "id, insurer_id, kind, subject, state, step, done, total";
    private static final RowMapper<Job> JOB = (row, n) -> new Job(
            row.getLong(1),
            new InsurerId(row.getInt(2)),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getLong(7),
            row.getLong(8));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Jobs(JdbcClient jdbc, TenantTransactions transactions, ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Puts work into the queue, within the transaction of whoever asks for it; the same kind and subject
    /// is the same job. One that was given up begins again when somebody asks again.
    public void enqueue(InsurerId insurer, String kind, String subject, String by) {
        transactions.run(insurer, () -> {
            jdbc.sql("insert into jobs.job (insurer_id, kind, subject, state, started_by)"
                            + " values (:insurer, :kind, :subject, 'WAITING', :by)"
                            + " on conflict (insurer_id, kind, subject) do update set state = 'WAITING', attempt = 0,"
                            + " not_before = :now, updated_at = :now where job.state = 'FAILED'")
                    .param("insurer", insurer.value())
                    .param("kind", kind)
                    .param("subject", subject)
                    .param("by", by)
                    .param("now", now())
                    .update();
            events.publishEvent(new JobWaiting());
        });
    }

    /// Does the whole work of a subject once more that had come to its end.
    public void again(InsurerId insurer, String kind, String subject, String by) {
        transactions.run(insurer, () -> {
            jdbc.sql("update jobs.job set state = 'WAITING', step = '', done = 0, total = 0, attempt = 0,"
                            + " started_by = :by, not_before = :now, updated_at = :now where insurer_id = :insurer"
                            + " and kind = :kind and subject = :subject and state = 'DONE'")
                    .param("insurer", insurer.value())
                    .param("kind", kind)
                    .param("subject", subject)
                    .param("by", by)
                    .param("now", now())
                    .update();
            events.publishEvent(new JobWaiting());
        });
    }

    /// The job of a subject.
    public Optional<Job> find(InsurerId insurer, String kind, String subject) {
        return transactions.in(
                insurer,
                () -> jdbc.sql("select " + COLUMNS + " from jobs.job where insurer_id = :insurer and kind = :kind"
                                + " and subject = :subject")
                        .param("insurer", insurer.value())
                        .param("kind", kind)
                        .param("subject", subject)
                        .query(JOB)
                        .optional());
    }

    /// How many jobs of an insurer are waiting or being done.
    public int open(InsurerId insurer) {
        return transactions.in(
                insurer,
                () -> jdbc.sql("select count(*) from jobs.job where insurer_id = :insurer"
                                + " and state in ('WAITING', 'RUNNING')")
                        .param("insurer", insurer.value())
                        .query(Integer.class)
                        .single());
    }

    /// Jobs that were given up, the newest first.
    public List<Job> failed(InsurerId insurer) {
        return transactions.in(
                insurer,
                () -> jdbc.sql("select " + COLUMNS + " from jobs.job where insurer_id = :insurer and state = 'FAILED'"
                                + " order by id desc limit 20")
                        .param("insurer", insurer.value())
                        .query(JOB)
                        .list());
    }

    /// The subject of the job of the same kind and insurer that waits behind this one.
    public Optional<String> next(Job job) {
        return transactions.in(
                job.insurer(),
                () -> jdbc.sql("select subject from jobs.job where insurer_id = :insurer and kind = :kind and id > :id"
                                + " and state = 'WAITING' order by id limit 1")
                        .param("insurer", job.insurer().value())
                        .param("kind", job.kind())
                        .param("id", job.id())
                        .query(String.class)
                        .optional());
    }

    /// Whether a job of the same kind and insurer waits behind this one, whose subject begins like this.
    public boolean isLater(Job job, String beginning) {
        return transactions.in(
                job.insurer(),
                () -> jdbc.sql("select exists (select from jobs.job where insurer_id = :insurer and kind = :kind"
                                + " and id > :id and state = 'WAITING' and starts_with(subject, :beginning))")
                        .param("insurer", job.insurer().value())
                        .param("kind", job.kind())
                        .param("id", job.id())
                        .param("beginning", beginning)
                        .query(Boolean.class)
                        .single());
    }

    /// Takes the oldest job that nobody holds.
    Optional<Job> claim(InsurerId insurer) {
        return transactions.in(insurer, () -> {
            withoutWaiting();
            return jdbc.sql("update jobs.job set state = 'RUNNING', lease_until = :lease,"
                            + " updated_at = :now where id = (select id from jobs.job"
                            + " where insurer_id = :insurer and not_before <= :now"
                            + " and (state = 'WAITING' or state = 'RUNNING' and lease_until < :now)"
                            + " order by id limit 1 for update skip locked) returning " + COLUMNS)
                    .param("insurer", insurer.value())
                    .param("now", now())
                    .param("lease", now().plus(LEASE))
                    .query(JOB)
                    .optional();
        });
    }

    private void withoutWaiting() {
        jdbc.sql("select set_config('synchronous_commit', 'off', true)"
                        + " || set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(String.class)
                .single();
    }

    /// Nobody else runs jobs of this installation: what was running when the program was killed is waiting
    /// again.
    void takeUpAgain(InsurerId insurer) {
        transactions.run(
                insurer,
                () -> jdbc.sql("update jobs.job set lease_until = :now where insurer_id = :insurer"
                                + " and state = 'RUNNING'")
                        .param("insurer", insurer.value())
                        .param("now", now().minusSeconds(1))
                        .update());
    }

    void commit(Job job, String step, long done, long total, Runnable work) {
        transactions.run(job.insurer(), () -> moveOn(job, step, done, total, work));
    }

    void snapshot(Job job, String step, long done, long total, Runnable work) {
        transactions.snapshot(job.insurer(), () -> moveOn(job, step, done, total, work));
    }

    private void moveOn(Job job, String step, long done, long total, Runnable work) {
        withoutWaiting();
        work.run();
        jdbc.sql("update jobs.job set step = :step, done = :done, total = :total, lease_until = :lease,"
                        + " updated_at = :now where id = :id")
                .param("step", step)
                .param("done", done)
                .param("total", total)
                .param("lease", now().plus(LEASE))
                .param("now", now())
                .param("id", job.id())
                .update();
    }

    void finish(Job job) {
        transactions.run(job.insurer(), () -> {
            withoutWaiting();
            jdbc.sql("update jobs.job set state = 'DONE', updated_at = :now where id = :id")
                    .param("now", now())
                    .param("id", job.id())
                    .update();
        });
    }

    /// Tries again later, and gives up in the end. Only failures count: a job that was interrupted by a
    /// kill, or because the database was away, is as good as new.
    void failed(Job job, String reference) {
        transactions.run(
                job.insurer(),
                () -> jdbc.sql("update jobs.job set attempt = attempt + 1,"
                                + " state = case when attempt + 1 >= :most then 'FAILED' else 'WAITING' end,"
                                + " not_before = :now + make_interval(secs => 2 ^ (attempt + 1)),"
                                + " reference = :reference, updated_at = :now where id = :id")
                        .param("most", MOST_ATTEMPTS)
                        .param("now", now())
                        .param("reference", reference)
                        .param("id", job.id())
                        .update());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
