package org.tsunagu.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.TenantTransactions;

/// Nothing that a job does ends the work of the others.
@ExtendWith(Office.Extension.class)
class JobWorkerTest {

    private static final InsurerId INSURER = new InsurerId(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Two jobs, of which the first breaks.
    private static final class Two extends Jobs {
        private final BlockingQueue<Job> waiting = new LinkedBlockingQueue<>(List.of(job(1), job(2)));
        private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

        Two(Office office) {
            super(
                    office.bean(JdbcClient.class),
                    office.bean(TenantTransactions.class),
                    event -> {},
                    java.time.Clock.systemUTC());
        }

        private static Job job(long id) {
            return new Job(id, INSURER, "breaking", "", "RUNNING", "", 0, 0);
        }

        @Override
        Optional<Job> claim(InsurerId insurer) {
            return Optional.ofNullable(waiting.poll());
        }

        @Override
        void takeUpAgain(InsurerId insurer) {}

        @Override
        void finish(Job job) {
            said.add("done " + job.id());
        }

        @Override
        void failed(Job job, String reference) {
            said.add("failed " + job.id());
        }
    }

    private static final class One extends Insurers {
        One(Office office) {
            super(office.bean(JdbcClient.class));
        }

        @Override
        public List<Insurer> all() {
            return List.of(new Insurer(INSURER, "", ""));
        }
    }

    private static final class Breaking implements JobHandler {
        @Override
        public String kind() {
            return "breaking";
        }

        @Override
        public void work(Job job, Steps steps) {
            if (job.id() == 1) {
                throw new OutOfMemoryError("only for this test");
            }
        }
    }

    @Test
    void an_error_fails_its_job_and_the_next_one_is_done(Office office) throws InterruptedException {
        var jobs = new Two(office);
        var worker = new JobWorker(jobs, new One(office), List.of(new Breaking()));
        worker.begin();
        try {
            assertThat(jobs.said.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("failed 1");
            assertThat(jobs.said.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("done 2");
            assertThat(new JobHealth(worker).health().getStatus()).isEqualTo(Status.UP);
        } finally {
            worker.stop();
        }
    }
}
