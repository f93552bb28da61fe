package org.tsunagu.app.mailing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.app.mailing.RunStore.Outcome;
import org.tsunagu.app.mailing.RunStore.Recipient;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.letters.LetterRun;
import org.tsunagu.letters.RunSettings;
import org.tsunagu.letters.layout.Profile;

/// Makes the PDF of a run (通知の一括作成), a hundred people at a time: neither they nor the file are held in memory. A letter
/// that cannot be made is noted with its reason and the others go on. One file is written in one go: after a restart it
/// begins again.
@Component
class LetterJob implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LetterJob.class);
    private static final int PEOPLE_AT_ONCE = 100;
    private static final int BUFFER = 1 << 16;

    private final RunStore store;
    private final Runs runs;
    private final LetterMaker maker;
    private final Audit audit;
    private final Clock clock;

    LetterJob(RunStore store, Runs runs, LetterMaker maker, Audit audit, Clock clock) {
        this.store = store;
        this.runs = runs;
        this.maker = maker;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Runs.JOB;
    }

    @Override
    public void work(Job job, Steps steps) {
        var run = store.run(job.insurer(), Long.parseLong(job.subject()));
        var target = runs.pdf(job.insurer(), run.id());
        try {
            Files.createDirectories(target.resolveSibling("."));
            var fresh = target.resolveSibling(run.id() + ".part");
            var pages = write(job, steps, run, fresh);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            steps.commit("ready", run.total(), run.total(), () -> {
                store.ready(run.id(), pages);
                audit.noteAsSystem(
                        job.insurer(),
                        new Look(
                                Look.Kind.BATCH,
                                "letter",
                                0,
                                "notice",
                                Look.OWN_WORK,
                                "/letters",
                                "run %d, %s, %d people".formatted(run.id(), run.kind(), run.total())),
                        store.people(run.id()));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The pages of the file.
    private int write(Job job, Steps steps, RunStore.Asked run, Path file) throws IOException {
        var settings = new RunSettings(
                run.kind().name().toLowerCase(Locale.ROOT),
                run.insurerName(),
                Locale.JAPANESE,
                Profile.of("NAGA3"),
                clock.instant());
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
                var letters = new LetterRun(out, settings)) {
            var done = 0;
            var people = store.next(job.insurer(), run.id(), 0, PEOPLE_AT_ONCE);
            while (!people.isEmpty()) {
                var outcomes = new ArrayList<Outcome>();
                var material = store.material(job.insurer(), run, people);
                for (var person : people) {
                    outcomes.add(add(letters, run, person, material));
                }
                done += people.size();
                steps.commit("letters", done, run.total(), () -> store.outcomes(run.id(), outcomes));
                people = store.next(job.insurer(), run.id(), people.getLast().seq(), PEOPLE_AT_ONCE);
            }
            return letters.report().pages();
        }
    }

    private Outcome add(LetterRun letters, RunStore.Asked run, Recipient person, RunStore.Material material)
            throws IOException {
        try {
            var made = maker.make(run, person, material);
            if (made.letter().isEmpty()) {
                return new Outcome(person.seq(), false, made.problem(), Map.of());
            }
            var found = letters.add(made.letter().get());
            return found.stream()
                    .max(java.util.Comparator.comparing(
                            problem -> problem.severity().refuses()))
                    .map(problem -> outcome(person, problem))
                    .orElseGet(() -> new Outcome(person.seq(), true, "", Map.of()));
        } catch (RuntimeException e) {
            // One person's data must not keep the others from their letters; class and place only, no message.
            LOG.warn(
                    "letter {} of run {} failed: {} at {}",
                    person.seq(),
                    run.id(),
                    e.getClass().getName(),
                    e.getStackTrace().length == 0 ? "-" : e.getStackTrace()[0]);
            return new Outcome(person.seq(), false, "FAILED", Map.of());
        }
    }

    private static Outcome outcome(Recipient person, Problem problem) {
        return new Outcome(person.seq(), !problem.severity().refuses(), problem.code(), problem.arguments());
    }
}
