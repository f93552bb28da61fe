package org.tsunagu.app.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.claims.ClaimImportTest.PEOPLE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.files.Originals;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.Steps;

/// An import that is killed at any step and begun again ends as one that nobody disturbed.
@ExtendWith(Office.Extension.class)
class ClaimKillTest {

    private static final int CLAIMS = 1_730;

    /// The program ends here.
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Commits as the worker does, keeping where the job is, until it is killed: before a step, or within
    /// it.
    private static final class Dying implements Steps {
        private final Office office;
        private final Insurer insurer;
        private final Random random;
        private Job job;

        Dying(Office office, Insurer insurer, Random random, Job job) {
            this.office = office;
            this.insurer = insurer;
            this.random = random;
            this.job = job;
        }

        @Override
        public void commit(String step, long done, long total, Runnable work) {
            var fate = random.nextInt(4);
            if (fate == 0) {
                throw new Killed();
            }
            office.bean(TenantTransactions.class).run(insurer.id(), () -> {
                work.run();
                if (fate == 1) {
                    throw new Killed();
                }
            });
            job = new Job(job.id(), job.insurer(), job.kind(), job.subject(), job.state(), step, done, total);
        }
    }

    private static byte[] file(String number) {
        var claims = ClaimText.medical(number, "202604", "202605");
        for (var i = 0; i < CLAIMS; i++) {
            claims.claim("%d 01 2 19700401".formatted(100 + i % 3), 100 + i, "8830417*");
            if (i % 400 == 7) {
                claims.line("RE,9,1112,202413,x,1,19700101");
            }
        }
        return claims.bytes();
    }

    private static List<Map<String, Object>> everything(Office office, Insurer insurer) {
        return office.everything()
                .queryForList(
                        "select c.number, c.item, c.status, c.repeated, c.match, c.yen, p.state,"
                                + " (select count(*) from claims.claim_disease d where d.claim_id = c.id) as diseases,"
                                + " (select string_agg(f.code, ',' order by f.id) from claims.finding f"
                                + " where f.delivery_id = c.delivery_id) as findings"
                                + " from claims.claim c join claims.part p on p.id = c.part_id where c.insurer_id = ?"
                                + " order by c.number",
                        insurer.id().value());
    }

    /// A delivery that no worker knows of.
    private static Job job(Office office, Insurer insurer, byte[] file) throws IOException {
        var original = office.bean(Originals.class)
                .keep(insurer.id(), new ByteArrayInputStream(file), "RECEIPTC.UKE", "upload", "test");
        office.everything()
                .update(
                        "insert into claims.delivery (insurer_id, original, name, channel, mode, state, received_at,"
                                + " received_by) values (?, ?, 'RECEIPTC.UKE', 'upload', 'ADD', 'WAITING', now(), 'test')",
                        insurer.id().value(),
                        original.hash());
        return new Job(0, insurer.id(), ClaimDeliveries.JOB, original.hash(), "RUNNING", "", 0, 0);
    }

    /// Works until it is done; after each kill somebody looks what is in force.
    ///
    /// @return how often it was killed
    private static int work(Office office, Dying steps, Insurer insurer) {
        var kills = 0;
        while (true) {
            try {
                office.bean(TakeClaims.class).work(steps.job, steps);
                return kills;
            } catch (Killed again) {
                kills++;
                var seen = office.everything()
                        .queryForObject(
                                "select count(*) from claims.part where insurer_id = ? and state = 'CURRENT'",
                                Integer.class,
                                insurer.id().value());
                assertThat(seen).as("nothing counts before all of it does").isZero();
            }
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"99006157, 1", "99006165, 2", "99006173, 3", "99006181, 4", "99006199, 5"})
    void a_killed_import_ends_as_an_undisturbed_one(String number, long seed, Office office) throws IOException {
        var calm = office.insurer("99006140");
        if (everything(office, calm).isEmpty()) {
            office.register(calm, PEOPLE);
            ClaimText.receive(office, calm, "RECEIPTC.UKE", file("99006140"), false);
        }
        var insurer = office.insurer(number);
        office.register(insurer, PEOPLE);
        var steps = new Dying(office, insurer, new Random(seed), job(office, insurer, file(number)));

        var kills = work(office, steps, insurer);
        office.waitForJobs(insurer);

        assertThat(kills).isPositive();
        assertThat(everything(office, insurer)).hasSize(CLAIMS).isEqualTo(everything(office, calm));
    }
}
