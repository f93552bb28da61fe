package org.tsunagu.app.reporting;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.reporting.Report.Kind;
import org.tsunagu.codes.time.FiscalYear;

/// Counts and frozen reports of the current insurer (集計と確定した報告): asked for here, made by [CountJob].
@Service
public class Reports {

    /// The kind of the job.
    static final String JOB = "report-count";

    private static final String SELECT = "select id, fiscal_year, kind, state, rule_set, repairs_until, note, receiver,"
            + " archive_day, coalesce(archive_number, 0), counted_at, created_at, created_by from reporting.report";
    private static final RowMapper<Report> REPORT = (row, n) -> new Report(
            row.getLong(1),
            new FiscalYear(row.getInt(2)),
            Kind.valueOf(row.getString(3)),
            row.getString(4).equals("READY"),
            row.getString(5),
            row.getLong(6),
            row.getString(7),
            row.getString(8),
            Optional.ofNullable(row.getObject(9, LocalDate.class)),
            row.getInt(10),
            Optional.ofNullable(row.getObject(11, OffsetDateTime.class)),
            row.getObject(12, OffsetDateTime.class),
            row.getString(13));
    private static final int MOST_ARCHIVES_A_DAY = 10;

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Jobs jobs;
    private final Clock clock;

    Reports(JdbcClient jdbc, TenantTransactions transactions, Jobs jobs, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// Asks for a count of today. While one is being made everybody gets that one.
    ///
    /// @return the report
    public long count(FiscalYear year) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var fresh = jdbc.sql("insert into reporting.report (insurer_id, fiscal_year, kind, created_by)"
                            + " values (:insurer, :year, 'COUNT', :by) on conflict do nothing returning id")
                    .param("insurer", actor.insurer().id().value())
                    .param("year", year.year())
                    .param("by", actor.name())
                    .query(Long.class)
                    .optional();
            return queued(fresh.or(() -> newest(year, Kind.COUNT)).orElseThrow());
        });
    }

    /// Freezes the state of now as reported. The same form twice, and whoever asks while one is being made, gets one
    /// report.
    ///
    /// @param receiver number of the receiver, for the name of the archive
    /// @param form key of the form
    /// @return the report; empty when the names of this day's archives are used up
    public Optional<Long> freeze(FiscalYear year, String receiver, String note, UUID form) {
        var actor = Actors.current();
        var today = LocalDate.now(clock);
        return transactions.inCurrent(() -> {
            // One at a time, or two archives of a day could get one name.
            jdbc.sql("select pg_advisory_xact_lock(hashtext('reporting.freeze'), :insurer)")
                    .param("insurer", actor.insurer().id().value())
                    .query((row, n) -> "")
                    .single();
            var number = jdbc.sql("select count(*) from reporting.report where archive_day = :day")
                    .param("day", Date.valueOf(today))
                    .query(Integer.class)
                    .single();
            var same = jdbc.sql("select id from reporting.report where form_key = :form")
                    .param("form", form)
                    .query(Long.class)
                    .optional();
            if (same.isPresent() || number >= MOST_ARCHIVES_A_DAY) {
                return same;
            }
            var fresh = jdbc.sql(
                            "insert into reporting.report (insurer_id, fiscal_year, kind, note, form_key, receiver,"
                                    + " archive_day, archive_number, created_by) values (:insurer, :year, 'FROZEN', :note,"
                                    + " :form, :receiver, :day, :number, :by) on conflict do nothing returning id")
                    .param("insurer", actor.insurer().id().value())
                    .param("year", year.year())
                    .param("note", note)
                    .param("form", form)
                    .param("receiver", receiver)
                    .param("day", Date.valueOf(today))
                    .param("number", number)
                    .param("by", actor.name())
                    .query(Long.class)
                    .optional();
            return Optional.of(queued(fresh.or(() -> newest(year, Kind.FROZEN)).orElseThrow()));
        });
    }

    private Optional<Long> newest(FiscalYear year, Kind kind) {
        return jdbc.sql("select id from reporting.report where fiscal_year = :year and kind = :kind"
                        + " order by id desc limit 1")
                .param("year", year.year())
                .param("kind", kind.name())
                .query(Long.class)
                .optional();
    }

    private long queued(long report) {
        var actor = Actors.current();
        jobs.enqueue(actor.insurer().id(), JOB, Long.toString(report), actor.name());
        return report;
    }

    /// The latest count of a year.
    public Optional<Report> current(FiscalYear year) {
        return one(" where fiscal_year = :year and kind = 'COUNT' and state = 'READY' order by id desc limit 1", year);
    }

    /// The count of a year that is being made.
    public Optional<Report> waiting(FiscalYear year) {
        return one(" where fiscal_year = :year and kind = 'COUNT' and state = 'WAITING'", year);
    }

    private Optional<Report> one(String where, FiscalYear year) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + where)
                .param("year", year.year())
                .query(REPORT)
                .optional());
    }

    /// What was frozen of a year, the newest first.
    public List<Report> frozen(FiscalYear year) {
        return transactions.inCurrent(
                () -> jdbc.sql(SELECT + " where fiscal_year = :year and kind = 'FROZEN' order by id desc limit 50")
                        .param("year", year.year())
                        .query(REPORT)
                        .list());
    }

    /// A frozen report; empty for one of another insurer as well.
    public Optional<Report> find(long id) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where id = :id and kind = 'FROZEN'")
                .param("id", id)
                .query(REPORT)
                .optional());
    }

    /// The number of the receiver that was used last; empty for none.
    public String lastReceiver() {
        return transactions.inCurrent(() -> jdbc.sql(
                        "select receiver from reporting.report where kind = 'FROZEN'" + " order by id desc limit 1")
                .query(String.class)
                .optional()
                .orElse(""));
    }

    /// The work on a report.
    public Optional<Job> job(long report) {
        return jobs.find(Actors.current().insurer().id(), JOB, Long.toString(report));
    }

    Report of(InsurerId insurer, long id) {
        return transactions.in(
                insurer,
                () -> jdbc.sql(SELECT + " where id = :id")
                        .param("id", id)
                        .query(REPORT)
                        .single());
    }
}
