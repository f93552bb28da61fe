package org.tsunagu.app.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tsunagu.app.retention.DeletionWorld.TODAY;
import static org.tsunagu.app.retention.DeletionWorld.certificate;
import static org.tsunagu.app.retention.DeletionWorld.checkups;
import static org.tsunagu.app.retention.DeletionWorld.insurer;
import static org.tsunagu.app.retention.DeletionWorld.left;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.Steps;

/// A deletion that is killed ends as an undisturbed one.
@ExtendWith(Office.Extension.class)
class KilledDeletionTest {

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Commits as the worker does until it is killed: before a step, or within it.
    private static final class Dying implements Steps {
        private final Office office;
        private final Random random;
        private Job job;

        Dying(Office office, Random random, Job job) {
            this.office = office;
            this.random = random;
            this.job = job;
        }

        @Override
        public void commit(String step, long done, long total, Runnable work) {
            var fate = random.nextInt(3);
            if (fate == 0) {
                throw new Killed();
            }
            office.bean(TenantTransactions.class).run(job.insurer(), () -> {
                work.run();
                if (fate == 1) {
                    throw new Killed();
                }
            });
            job = new Job(job.id(), job.insurer(), job.kind(), job.subject(), job.state(), step, done, total);
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"99700247, 1", "99700254, 2", "99700262, 3"})
    void a_killed_deletion_ends_as_an_undisturbed_one(String number, long seed, Office office) {
        var insurer = insurer(office, number);
        checkups(office, insurer, "gone", 450);
        checkups(office, insurer, "insured", 3);
        var run = office.everything()
                .queryForObject(
                        "insert into retention.run (insurer_id, day, extra_years, keeps_insured, backup_days, state,"
                                + " staff_id, staff_name, at) values (?, ?::date, 0, true, 35, 'PLANNED', 1, 'test',"
                                + " now()) returning id",
                        Long.class,
                        insurer.id().value(),
                        TODAY.toString());
        var steps = new Dying(
                office,
                new Random(seed),
                new Job(0, insurer.id(), DeletionJob.KIND, Long.toString(run), "RUNNING", "", 0, 0));
        var kills = 0;
        var isDone = false;
        while (!isDone) {
            try {
                office.bean(DeletionJob.class).work(steps.job, steps);
                isDone = true;
            } catch (Killed again) {
                kills++;
            }
        }

        assertThat(kills).isPositive();
        assertThat(left(office, insurer, "gone")).isZero();
        assertThat(left(office, insurer, "insured")).isEqualTo(3);
        assertThat(certificate(office, insurer, run).counts())
                .extracting(Run.Count::state, Run.Count::records)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("DELETED", 450));
    }

    @Test
    void what_a_deletion_under_way_has_listed_is_left_to_it_and_stands_in_its_certificate(Office office) {
        var insurer = insurer(office, "99700684");
        checkups(office, insurer, "gone", 1);
        var run = office.everything()
                .queryForObject(
                        "insert into retention.run (insurer_id, day, extra_years, keeps_insured, backup_days, state,"
                                + " staff_id, staff_name, at) values (?, ?::date, 0, true, 35, 'PLANNED', 1, 'test',"
                                + " now()) returning id",
                        Long.class,
                        insurer.id().value(),
                        TODAY.toString());
        var isKilled = new boolean[1];
        var job = new Job(0, insurer.id(), DeletionJob.KIND, Long.toString(run), "RUNNING", "", 0, 0);
        Steps killed = (step, done, total, work) -> office.bean(TenantTransactions.class)
                .run(insurer.id(), () -> {
                    work.run();
                    if (step.equals("DELETING") && !isKilled[0]) {
                        isKilled[0] = true;
                        throw new Killed();
                    }
                });
        assertThatThrownBy(() -> office.bean(DeletionJob.class).work(job, killed))
                .isInstanceOf(Killed.class);

        assertThat(office.bean(DeletedAgain.class).delete(insurer.id())).isZero();
        var planned = new Job(0, insurer.id(), DeletionJob.KIND, Long.toString(run), "RUNNING", "PLANNED", 0, 0);
        office.bean(DeletionJob.class).work(planned, killed);

        assertThat(left(office, insurer, "gone")).isZero();
        assertThat(certificate(office, insurer, run).counts())
                .extracting(Run.Count::state, Run.Count::records)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("DELETED", 1));
    }
}
