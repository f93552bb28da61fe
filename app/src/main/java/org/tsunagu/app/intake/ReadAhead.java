package org.tsunagu.app.intake;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tsunagu.app.files.Originals;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.Jobs;

/// Reads the next file while the one before is being stored (次のファイルの先読み): reading needs the processor, storing the
/// database, and most archives are too small to keep both busy. Nothing is stored ahead of its turn.
@Component
class ReadAhead {

    private final Jobs jobs;
    private final Deliveries deliveries;
    private final Originals originals;
    private Optional<Ahead> ahead = Optional.empty();

    ReadAhead(Jobs jobs, Deliveries deliveries, Originals originals) {
        this.jobs = jobs;
        this.deliveries = deliveries;
        this.originals = originals;
    }

    private record Ahead(long delivery, Reading reading) {}

    /// The reading of a delivery whose turn has come; the one after it is begun.
    Reading of(Job job, Deliveries.Stored delivery) {
        var next = jobs.next(job).map(original -> deliveries.stored(job.insurer(), original));
        var begun = ahead.filter(one -> one.delivery() == delivery.id()).map(Ahead::reading);
        if (begun.isEmpty()) {
            close();
        }
        var reading = begun.orElseGet(() -> begin(delivery));
        ahead = next.map(one -> new Ahead(one.id(), begin(one)));
        return reading;
    }

    private Reading begin(Deliveries.Stored delivery) {
        return Reading.of(
                originals.path(delivery.insurer(), delivery.original()),
                delivery.name(),
                ReadDelivery.context(delivery));
    }

    @PreDestroy
    void close() {
        ahead.ifPresent(one -> one.reading().close());
        ahead = Optional.empty();
    }
}
