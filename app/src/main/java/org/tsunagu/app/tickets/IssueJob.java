package org.tsunagu.app.tickets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.codes.time.FiscalYear;

/// Issues the tickets of a batch (受診券の一括発行の処理), some people at a time, in the order of their numbers. A step issues
/// and says where to go on in one transaction; and whoever has had a ticket of the year gets none. So a job that is
/// killed, started twice or done twice at once issues nobody two.
@Component
class IssueJob implements JobHandler {

    private static final int PEOPLE_AT_ONCE = 500;

    private final Batches batches;
    private final EligiblePeople people;
    private final IssueTerms terms;
    private final TicketStore store;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    IssueJob(
            Batches batches,
            EligiblePeople people,
            IssueTerms terms,
            TicketStore store,
            TenantTransactions transactions,
            Audit audit,
            Clock clock) {
        this.batches = batches;
        this.people = people;
        this.terms = terms;
        this.store = store;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Batches.JOB;
    }

    @Override
    public void work(Job job, Steps steps) {
        var batch = batches.get(job.insurer(), Long.parseLong(job.subject()));
        var year = new FiscalYear(batch.fiscalYear());
        var of = transactions
                .in(job.insurer(), () -> terms.byIds(List.of(batch.termsId())))
                .get(batch.termsId());
        var done = job.done();
        var chunk = people.after(job.insurer(), year, after(job), PEOPLE_AT_ONCE);
        while (!chunk.isEmpty()) {
            var now = chunk;
            var last = chunk.getLast().memberId();
            done += chunk.size();
            steps.commit(
                    Long.toString(last),
                    done,
                    0,
                    () -> issue(job.insurer(), java.util.Objects.requireNonNull(of), batch, now));
            chunk = people.after(job.insurer(), year, last, PEOPLE_AT_ONCE);
        }
        steps.commit(job.step(), done, done, () -> finish(job.insurer(), batch));
    }

    private static long after(Job job) {
        return job.step().isEmpty() ? 0 : Long.parseLong(job.step());
    }

    /// Within the transaction of a step.
    private void issue(InsurerId insurer, Terms of, Batches.Batch batch, List<EligiblePerson> chunk) {
        var today = LocalDate.now(clock);
        var last = store.hold(insurer, batch.fiscalYear());
        var ids = chunk.stream().map(EligiblePerson::memberId).toList();
        var served = store.served(ids, batch.fiscalYear(), of.family());
        var wanted = chunk.stream()
                .filter(one -> one.part().isTarget() && !served.contains(one.memberId()))
                .filter(one -> one.person().isEnrolledOn(today))
                .map(one -> new TicketStore.Wanted(one.memberId(), earlier(of.validUntil(), one.lastExamDay())))
                .filter(one -> !one.validUntil().isBefore(today))
                .toList();
        if (!wanted.isEmpty()) {
            var kind = TicketKind.find(of.kind()).orElseThrow();
            store.issue(insurer, of, kind, last, wanted, batch.id(), batch.createdBy());
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private void finish(InsurerId insurer, Batches.Batch batch) {
        batches.end(batch.id(), "DONE");
        var got = batches.people(batch.id());
        var detail = "batch %d, %d tickets".formatted(batch.id(), got.size());
        audit.noteAsSystem(
                insurer, new Look(Look.Kind.BATCH, "ticket", 0, "work", Look.OWN_WORK, "/tickets/issue", detail), got);
    }
}
