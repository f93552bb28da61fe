package org.tsunagu.app.claims;

import org.springframework.stereotype.Component;
import org.tsunagu.app.claims.DeliveryReader.Result;
import org.tsunagu.app.files.Originals;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Steps;

/// Takes a delivery in (レセプトの取り込み): its claims are stored portion by portion, seen by nobody, then
/// come into force all at once. A run that was killed reads the file again from its beginning and goes on
/// storing behind what it had stored.
@Component
class TakeClaims implements JobHandler {

    private static final String STORED = "stored";
    private static final String ENDED = "ended";

    private final ClaimDeliveries deliveries;
    private final ClaimStore store;
    private final ClaimPublishing publishing;
    private final LoadedMasters masters;
    private final Originals originals;

    TakeClaims(
            ClaimDeliveries deliveries,
            ClaimStore store,
            ClaimPublishing publishing,
            LoadedMasters masters,
            Originals originals) {
        this.deliveries = deliveries;
        this.store = store;
        this.publishing = publishing;
        this.masters = masters;
        this.originals = originals;
    }

    @Override
    public String kind() {
        return ClaimDeliveries.JOB;
    }

    @Override
    public void work(Job job, Steps steps) {
        if (job.step().equals(ENDED)) {
            return;
        }
        var delivery = deliveries.stored(job.insurer(), job.subject());
        // What was stored before a kill was resolved with the masters of then: they are resolved again if these differ.
        var editions = job.done() == 0 ? masters.signature() : "";
        var done = job.done();
        if (!job.step().equals(STORED)) {
            var result = read(job, steps, delivery);
            if (result.isRefused()) {
                return;
            }
            done = result.end();
        }
        steps.commit(ENDED, done, done, () -> publishing.publish(delivery, editions));
    }

    private Result read(Job job, Steps steps, StoredDelivery delivery) {
        steps.commit(job.step(), job.done(), 0, () -> deliveries.state(delivery, "READING"));
        var reader = new DeliveryReader(
                delivery.insurerNumber(), new ClaimResolver(masters.open()), (claims, problems, end) -> {
                    if (end > job.done()) {
                        steps.commit("claims", end, 0, () -> store.take(delivery, claims, problems));
                    }
                });
        var result = reader.read(originals.path(job.insurer(), delivery.original()), delivery.name());
        steps.commit(result.isRefused() ? ENDED : STORED, result.end(), 0, () -> {
            store.problems(delivery, result.rest());
            deliveries.read(delivery, result);
        });
        return result;
    }
}
