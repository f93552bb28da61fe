package org.tsunagu.app.tickets;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.tickets.TicketKind.Family;
import org.tsunagu.codes.time.FiscalYear;

/// Tickets for everybody who is eligible (受診券の一括発行): asked for here, done by [IssueJob].
@Service
public class Batches {

    /// The kind of the job.
    static final String JOB = "tickets";

    /// Whether the work of a batch was given up, with what it had issued.
    private static final String IS_FAILED = "exists (select 1 from jobs.job j where j.insurer_id = b.insurer_id"
            + " and j.kind = '" + JOB + "' and j.subject = b.id::text and j.state = 'FAILED')";
    private static final String SELECT = "select b.id, b.fiscal_year, b.terms_id,"
            + " case when b.state = 'WAITING' and " + IS_FAILED + " then 'GIVEN_UP' else b.state end, b.created_at,"
            + " b.created_by, (select count(*) from tickets.ticket t where t.batch_id = b.id) from tickets.batch b";
    private static final RowMapper<Batch> BATCH = (row, n) -> new Batch(
            row.getLong(1),
            row.getInt(2),
            row.getLong(3),
            row.getString(4),
            row.getObject(5, OffsetDateTime.class),
            row.getString(6),
            row.getInt(7));

    /// Tickets of a year are made in the months before it at the earliest.
    private static final int MONTHS_BEFORE = 3;

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final IssueTerms terms;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    Batches(JdbcClient jdbc, TenantTransactions transactions, IssueTerms terms, Jobs jobs, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.terms = terms;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// One time of issuing (一括発行の1回分).
    ///
    /// @param issued how many tickets so far
    public record Batch(
            long id,
            int fiscalYear,
            long termsId,
            String state,
            OffsetDateTime createdAt,
            String createdBy,
            int issued) {

        /// Whether it is being worked on.
        public boolean isOpen() {
            return state.equals("WAITING");
        }
    }

    /// Why nothing was begun; keys of the message file.
    public enum Refused {
        NO_TERMS,
        TOO_EARLY,
        TERMS_OVER,
        RUNNING
    }

    /// Begins to issue tickets to everybody of a year who has had none.
    ///
    /// @return why not; empty when it has begun
    public Optional<Refused> start(FiscalYear year) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var of = terms.find(actor.insurer().id(), year, Family.CHECKUP);
            if (of.isEmpty()) {
                return Optional.of(Refused.NO_TERMS);
            }
            if (year.firstDay().isAfter(LocalDate.now(clock).plusMonths(MONTHS_BEFORE))) {
                return Optional.of(Refused.TOO_EARLY);
            }
            if (of.get().validUntil().isBefore(LocalDate.now(clock))) {
                return Optional.of(Refused.TERMS_OVER);
            }
            giveUpFailed(year);
            var batch = jdbc.sql("insert into tickets.batch (insurer_id, fiscal_year, terms_id, created_at, created_by)"
                            + " values (:insurer, :year, :terms, :at, :by) on conflict do nothing returning id")
                    .param("insurer", actor.insurer().id().value())
                    .param("year", year.year())
                    .param("terms", of.get().id())
                    .param("at", OffsetDateTime.now(clock))
                    .param("by", actor.name())
                    .query(Long.class)
                    .optional();
            batch.ifPresent(id -> {
                jobs.enqueue(actor.insurer().id(), JOB, Long.toString(id), actor.name());
                audit.note(Look.changed(0, "ticket", "/tickets/issue", "batch %d of %d".formatted(id, year.year())));
            });
            return batch.isEmpty() ? Optional.of(Refused.RUNNING) : Optional.empty();
        });
    }

    /// Work that was given up must not keep people from trying again.
    private void giveUpFailed(FiscalYear year) {
        jdbc.sql(
                        "update tickets.batch b set state = 'GIVEN_UP' where b.fiscal_year = :year and b.state = 'WAITING' and "
                                + IS_FAILED)
                .param("year", year.year())
                .update();
    }

    /// Everything issued in a year, the newest first.
    public List<Batch> of(FiscalYear year) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where b.fiscal_year = :year order by b.id desc")
                .param("year", year.year())
                .query(BATCH)
                .list());
    }

    Batch get(InsurerId insurer, long id) {
        return transactions.in(
                insurer,
                () -> jdbc.sql(SELECT + " where b.id = :id")
                        .param("id", id)
                        .query(BATCH)
                        .single());
    }

    /// Within the transaction of the caller.
    void end(long id, String state) {
        jdbc.sql("update tickets.batch set state = :state where id = :id")
                .param("state", state)
                .param("id", id)
                .update();
    }

    /// Within the transaction of the caller.
    List<Long> people(long id) {
        return jdbc.sql("select member_id from tickets.ticket where batch_id = :id")
                .param("id", id)
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
