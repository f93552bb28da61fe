package org.tsunagu.app.analytics;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.measures.mart.MartFolder;

/// The data for counting of the current insurer (集計用データ): asked for here, made by [MartJob].
@Service
public class Marts {

    static final String JOB = "mart";

    private static final RowMapper<Build> BUILD = (row, n) -> new Build(
            row.getLong(1),
            row.getString(2).equals("READY"),
            Optional.ofNullable(row.getObject(3, LocalDate.class)),
            row.getLong(4),
            row.getLong(5),
            row.getInt(6),
            row.getInt(7),
            Optional.ofNullable(row.getObject(8, OffsetDateTime.class)));
    private static final String SELECT =
            "select id, state, as_of, people, checkups, written, kept, ready_at from analytics.build";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Jobs jobs;
    private final Path data;

    Marts(JdbcClient jdbc, TenantTransactions transactions, Jobs jobs, @Value("${tsunagu.data}") Path data) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.jobs = jobs;
        this.data = data;
    }

    /// Asks for the data of now. While it is being made everybody gets that one.
    ///
    /// @return the making
    public long ask() {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var fresh = jdbc.sql("insert into analytics.build (insurer_id, asked_by) values (:insurer, :by)"
                            + " on conflict do nothing returning id")
                    .param("insurer", actor.insurer().id().value())
                    .param("by", actor.name())
                    .query(Long.class)
                    .optional();
            var id = fresh.or(() -> jdbc.sql("select id from analytics.build where state = 'WAITING'")
                            .query(Long.class)
                            .optional())
                    .orElseThrow();
            jobs.enqueue(actor.insurer().id(), JOB, Long.toString(id), actor.name());
            return id;
        });
    }

    /// The latest that is ready.
    public Optional<Build> current() {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where state = 'READY' order by id desc limit 1")
                .query(BUILD)
                .optional());
    }

    /// The one that is being made.
    public Optional<Build> waiting() {
        return transactions.inCurrent(
                () -> jdbc.sql(SELECT + " where state = 'WAITING'").query(BUILD).optional());
    }

    /// The work on one of them.
    public Optional<Job> job(long build) {
        return jobs.find(Actors.current().insurer().id(), JOB, Long.toString(build));
    }

    /// Where the data of an insurer lies.
    MartFolder folder(InsurerId insurer) {
        return new MartFolder(data.resolve("mart").resolve(Integer.toString(insurer.value())));
    }

    /// Where engines put what does not fit into memory.
    Path spill() {
        return data.resolve("mart").resolve("spill");
    }

    Build of(InsurerId insurer, long id) {
        return transactions.in(
                insurer,
                () -> jdbc.sql(SELECT + " where id = :id")
                        .param("id", id)
                        .query(BUILD)
                        .single());
    }

    /// Within the transaction of the caller.
    void ready(long id, LocalDate asOf, Tally tally, String ruleSet, OffsetDateTime now) {
        jdbc.sql("update analytics.build set state = 'READY', as_of = :day, people = :people, checkups = :checkups,"
                        + " written = :written, kept = :kept, rule_set = :rules, ready_at = :now where id = :id")
                .param("day", asOf)
                .param("people", tally.people)
                .param("checkups", tally.checkups)
                .param("written", tally.written)
                .param("kept", tally.kept)
                .param("rules", ruleSet)
                .param("now", now)
                .param("id", id)
                .update();
    }

    /// What a making did so far; for one thread.
    static final class Tally {
        long people;
        long checkups;
        int written;
        int kept;
    }
}
