package org.tsunagu.app.jobs;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.Outage;

/// The thread that does the background work (処理の実行), one job at a time, the insurers in turn.
@Component
class JobWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final long PAUSE_MILLISECONDS = 500;
    private static final long LONGEST_GOODBYE_MILLISECONDS = 30_000;

    private final Jobs jobs;
    private final Insurers insurers;
    private final Map<String, JobHandler> handlers;
    private final Thread thread = new Thread(this::run, "jobs");
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean isRunning;
    private volatile boolean isAsked = true;
    /// Whether jobs may be marked as running that nobody does: after a start, and after the database was
    /// away.
    private boolean isToTakeUp = true;

    JobWorker(Jobs jobs, Insurers insurers, List<JobHandler> handlers) {
        this.jobs = jobs;
        this.insurers = insurers;
        this.handlers = handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (isAsked) {
            if (!round()) {
                pause();
            }
        }
    }

    /// Whether there was anything to do.
    private boolean round() {
        var isBusy = false;
        try {
            if (isToTakeUp) {
                insurers.all().forEach(insurer -> jobs.takeUpAgain(insurer.id()));
                isToTakeUp = false;
            }
            for (var insurer : insurers.all()) {
                var job = jobs.claim(insurer.id());
                job.ifPresent(this::work);
                isBusy |= job.isPresent();
            }
        } catch (Throwable e) {
            // The database may be away for a while; the class says what happened, its message may hold data. Nothing
            // may
            // end the thread: all background work of all insurers hangs on it.
            LOG.warn("background work pauses: {}", e.getClass().getSimpleName());
            isToTakeUp = true;
            return false;
        }
        return isBusy;
    }

    private void work(Job job) {
        var handler = handlers.get(job.kind());
        if (handler == null) {
            throw new IllegalStateException("nobody does jobs of the kind " + job.kind());
        }
        try {
            handler.work(job, new Committing(job));
            jobs.finish(job);
        } catch (Goodbye stopping) {
            LOG.info("job {} {} goes on after the next start", job.kind(), job.id());
        } catch (Throwable e) {
            if (Outage.isCauseOf(e) || Outage.isDiskFull(e)) {
                // Not the job's fault: it is not counted, and keeps its place before those that came after it.
                throw e;
            }
            var reference = UUID.randomUUID().toString();
            LOG.error("job {} {} failed, reference {}", job.kind(), job.id(), reference, Shape.of(e));
            jobs.failed(job, reference);
        }
    }

    /// Moves a job on until the program is asked to end.
    private final class Committing implements Steps {
        private final Job job;

        Committing(Job job) {
            this.job = job;
        }

        @Override
        public void commit(String step, long done, long total, Runnable work) {
            goOn();
            jobs.commit(job, step, done, total, work);
        }

        @Override
        public void snapshot(String step, long done, long total, Runnable work) {
            goOn();
            jobs.snapshot(job, step, done, total, work);
        }

        private void goOn() {
            if (!isAsked) {
                throw new Goodbye();
            }
        }
    }

    /// Work that was queued here is begun at once; the pause is for what others queue, and for what is to
    /// be tried again.
    @TransactionalEventListener
    void on(JobWaiting waiting) {
        bell.release();
    }

    private void pause() {
        try {
            if (bell.tryAcquire(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether the thread has ended although nobody has asked it to.
    boolean isDead() {
        return isAsked && thread.getState() == Thread.State.TERMINATED;
    }

    @Override
    public void start() {
        isRunning = true;
    }

    @Override
    public void stop() {
        isAsked = false;
        try {
            thread.join(LONGEST_GOODBYE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        isRunning = false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /// The program is ending; the job goes on after the next start.
    private static final class Goodbye extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
