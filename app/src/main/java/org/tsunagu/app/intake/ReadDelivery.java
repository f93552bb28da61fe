package org.tsunagu.app.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.files.Originals;
import org.tsunagu.app.intake.DocumentsMatched.Matched;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.app.worklists.NewTask;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.checkupformat.problems.ReceptionContext;
import org.tsunagu.codes.insurer.InsurerNumber;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.table.Certainty;

/// Reads a delivery (受け取ったファイルの処理): documents in order, some hundred a step, then those without a number by their
/// names. A run that was killed reads the file again from its beginning, which gives the same findings in the same
/// order, and goes on storing behind what it had stored.
@Component
class ReadDelivery implements JobHandler {

    private static final String READ = "read";
    private static final String ENDED = "ended";

    private final Deliveries deliveries;
    private final DeliveryStore store;
    private final Originals originals;
    private final ReadAhead ahead;
    private final NumberMatching numbers;
    private final LinkDelivery linking;
    private final Tasks tasks;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ReadDelivery(
            Deliveries deliveries,
            DeliveryStore store,
            Originals originals,
            ReadAhead ahead,
            NumberMatching numbers,
            LinkDelivery linking,
            Tasks tasks,
            Audit audit,
            ApplicationEventPublisher events) {
        this.deliveries = deliveries;
        this.store = store;
        this.originals = originals;
        this.ahead = ahead;
        this.numbers = numbers;
        this.linking = linking;
        this.tasks = tasks;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public String kind() {
        return Deliveries.JOB;
    }

    @Override
    public void work(Job job, Steps steps) {
        if (job.step().equals(ENDED)) {
            return;
        }
        var delivery = deliveries.stored(job.insurer(), job.subject());
        var file = originals.path(job.insurer(), delivery.original());
        var total = Math.toIntExact(job.total());
        if (job.step().isEmpty()) {
            total = ReceptionFiles.documents(file, delivery.name());
            var documents = total;
            steps.commit("open", 0, documents, () -> store.expect(delivery.id(), documents));
        }
        if (!job.step().equals(READ) && read(job, steps, delivery, total)) {
            return;
        }
        var all = total;
        steps.commit(ENDED, all, all, () -> {
            linking.link(job.insurer(), delivery);
            store.state(delivery.id(), "DONE");
            events.publishEvent(new DeliveryRead(job.insurer(), delivery.id()));
            audit.noteAsSystem(
                    job.insurer(),
                    new Look(
                            Look.Kind.BATCH,
                            "checkup",
                            0,
                            "intake",
                            Look.OWN_WORK,
                            "delivery",
                            "delivery %d, %d documents".formatted(delivery.id(), all)),
                    store.people(delivery.id()));
        });
    }

    static ReceptionContext context(Deliveries.Stored delivery) {
        var day = delivery.receivedAt()
                .atZoneSameInstant(java.time.ZoneId.of("Asia/Tokyo"))
                .toLocalDate();
        var context = ReceptionContext.on(day);
        return InsurerNumber.of(delivery.insurerNumber())
                .map(context::addressedTo)
                .orElse(context);
    }

    /// Reads the file and stores its documents.
    ///
    /// @return whether the file is refused as a whole
    private boolean read(Job job, Steps steps, Deliveries.Stored delivery, int total) {
        var whole = new ArrayList<Problem>();
        boolean isRefused;
        try (var reading = ahead.of(job, delivery)) {
            isRefused = reading.to(sink(job, steps, delivery, total, whole));
        }
        steps.commit(isRefused ? ENDED : READ, total, total, () -> {
            store.problems(job.insurer(), delivery.id(), whole);
            if (isRefused) {
                var documents = store.matched(delivery.id());
                store.refuse(delivery.id());
                events.publishEvent(new DeliveryRefused(job.insurer(), delivery.id(), documents));
            } else {
                store.state(delivery.id(), "MATCHING");
            }
        });
        return isRefused;
    }

    private ArchiveReception.Sink sink(
            Job job, Steps steps, Deliveries.Stored delivery, int total, List<Problem> whole) {
        return new ArchiveReception.Sink() {
            @Override
            public void entries(List<Received> chunk, int end) {
                if (chunk.isEmpty()) {
                    // Nothing is stored here, on a first run as on a second: what was found goes with the next
                    // documents.
                    return;
                }
                if (end > job.done()) {
                    var found = List.copyOf(whole);
                    steps.commit("documents", end, total, () -> take(job, delivery, chunk, found));
                }
                // Stored now, or before the restart with everything known up to here.
                whole.clear();
            }

            @Override
            public void problems(List<Problem> problems) {
                whole.addAll(problems);
            }

            @Override
            public void claims(List<Received> chunk, int end) {
                // Taken again by a second run: whoever listens knows them by what they say.
                var done = Math.max(end, Math.toIntExact(job.done()));
                steps.commit("documents", done, total, () -> tell(job, delivery, chunk));
            }
        };
    }

    private void tell(Job job, Deliveries.Stored delivery, List<Received> chunk) {
        var claims = new java.util.LinkedHashMap<String, Claim>();
        chunk.forEach(received -> claims.put(received.entry(), received.claim().orElseThrow()));
        events.publishEvent(new ClaimsReceived(job.insurer(), delivery.id(), numbers.claims(claims)));
    }

    private void take(Job job, Deliveries.Stored delivery, List<Received> chunk, List<Problem> whole) {
        var matches = numbers.of(chunk, delivery.insurerNumber());
        var ids = store.documents(job.insurer(), delivery.id(), chunk, matches);
        var problems = new ArrayList<>(whole);
        chunk.forEach(received -> problems.addAll(received.problems()));
        store.problems(job.insurer(), delivery.id(), problems);
        tasks.put(job.insurer(), returns(delivery, chunk));
        events.publishEvent(new DocumentsMatched(job.insurer(), matched(chunk, ids, matches)));
    }

    private static List<NewTask> returns(Deliveries.Stored delivery, List<Received> chunk) {
        var since = day(delivery);
        return chunk.stream()
                .filter(Received::isRefused)
                .map(received -> new NewTask(
                        TaskKind.RETURN,
                        "%d:%s".formatted(delivery.id(), received.entry()),
                        0,
                        0,
                        since,
                        since.plusDays(TaskKind.RETURN.days()),
                        List.of(),
                        Certainty.SOURCE))
                .toList();
    }

    private static LocalDate day(Deliveries.Stored delivery) {
        return delivery.receivedAt()
                .atZoneSameInstant(java.time.ZoneId.of("Asia/Tokyo"))
                .toLocalDate();
    }

    private static long member(Received received, Map<String, NumberMatching.Match> matches) {
        return matches.getOrDefault(received.entry(), NumberMatching.Match.NONE).memberId();
    }

    private static List<Matched<ReceivedFile>> matched(
            List<Received> chunk, Map<String, Long> ids, Map<String, NumberMatching.Match> matches) {
        return chunk.stream()
                .filter(received -> member(received, matches) != 0)
                .map(received -> new Matched<>(
                        Objects.requireNonNull(ids.get(received.entry())),
                        member(received, matches),
                        received.document().orElseThrow()))
                .toList();
    }
}
