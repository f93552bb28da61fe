package org.tsunagu.app.settlement;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Steps;

/// Checks the claims that nobody has looked at (請求の点検), some hundred a step.
@Component
class CheckClaims implements JobHandler {

    static final String KIND = "settlement";

    private static final int AT_ONCE = 200;

    private final TenantTransactions transactions;
    private final Insurers insurers;
    private final Claims claims;
    private final Gathering gathering;
    private final Decisions decisions;
    private final Audit audit;

    CheckClaims(
            TenantTransactions transactions,
            Insurers insurers,
            Claims claims,
            Gathering gathering,
            Decisions decisions,
            Audit audit) {
        this.transactions = transactions;
        this.insurers = insurers;
        this.claims = claims;
        this.gathering = gathering;
        this.decisions = decisions;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(Job job, Steps steps) {
        var insurer = insurers.all().stream()
                .filter(one -> one.id().equals(job.insurer()))
                .findFirst()
                .orElseThrow();
        var after = job.step().isEmpty() ? 0L : Long.parseLong(job.step());
        var done = job.done();
        var some = next(job.insurer(), after);
        while (!some.isEmpty()) {
            var chunk = some;
            after = chunk.getLast().id();
            done += chunk.size();
            steps.commit(Long.toString(after), done, 0, () -> check(insurer, chunk));
            some = next(job.insurer(), after);
        }
    }

    private List<FacilityClaim> next(InsurerId insurer, long after) {
        return transactions.in(insurer, () -> claims.open(after, AT_ONCE));
    }

    private void check(Insurer insurer, List<FacilityClaim> chunk) {
        var people = new ArrayList<Long>();
        gathering.each(insurer, chunk, known -> {
            decisions.bySystem(insurer.id(), known);
            people.add(known.claim().memberId());
        });
        audit.noteAsSystem(
                insurer.id(),
                new Look(
                        Look.Kind.BATCH,
                        "settlement",
                        0,
                        "settlement",
                        Look.OWN_WORK,
                        KIND,
                        "%d claims checked".formatted(chunk.size())),
                people);
    }
}
