package org.tsunagu.app.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.analytics.Marts.Tally;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.app.tables.RuleSet;
import org.tsunagu.measures.mart.MartBuild;

/// Makes the data for counting (集計用データの作成), year by year. The new data comes into force all at once; a making that
/// is killed leaves the old data, and the next begins again. What takes long, reading every value of every result, is
/// done
/// only for years whose results have changed.
@Component
class MartJob implements JobHandler {

    private final Marts marts;
    private final MartReader reader;
    private final MartYears years;
    private final Insurers insurers;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    MartJob(
            Marts marts,
            MartReader reader,
            MartYears years,
            Insurers insurers,
            TenantTransactions transactions,
            Audit audit,
            Clock clock) {
        this.marts = marts;
        this.reader = reader;
        this.years = years;
        this.insurers = insurers;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Marts.JOB;
    }

    @Override
    public void work(Job job, Steps steps) {
        var build = marts.of(job.insurer(), Long.parseLong(job.subject()));
        if (build.isReady()) {
            return;
        }
        try {
            make(job, build, steps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the mart could not be written", e);
        }
    }

    private void make(Job job, Build build, Steps steps) throws IOException, SQLException {
        var insurer = insurers.all().stream()
                .filter(one -> one.id().equals(job.insurer()))
                .findFirst()
                .orElseThrow();
        var all = transactions.in(job.insurer(), reader::years);
        var tally = new Tally();
        try (var mart = MartBuild.begin(marts.folder(job.insurer()))) {
            var done = 0;
            for (var year : all) {
                done++;
                steps.snapshot(
                        Integer.toString(year.year()),
                        done,
                        all.size() + 1,
                        () -> years.write(insurer, year, mart, tally));
            }
            mart.publish();
        }
        steps.commit("ready", all.size() + 1, all.size() + 1, () -> {
            marts.ready(build.id(), LocalDate.now(clock), tally, RuleSet.id(), OffsetDateTime.now(clock));
            note(job, tally, all.size());
        });
    }

    private void note(Job job, Tally tally, int yearsThere) {
        audit.noteAsSystem(
                job.insurer(),
                new Look(
                        Look.Kind.BATCH,
                        "mart",
                        0,
                        "mart",
                        Look.OWN_WORK,
                        "/analytics",
                        "%d years, %d person-years, %d checkups".formatted(yearsThere, tally.people, tally.checkups)));
    }
}
