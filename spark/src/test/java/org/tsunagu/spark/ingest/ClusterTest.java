package org.tsunagu.spark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.measures.Measures;
import org.tsunagu.measures.count.DuckEngine;
import org.tsunagu.spark.LocalCluster;
import org.tsunagu.spark.SparkEngine;

/// One master and two workers, one of which is killed in the middle of the work.
class ClusterTest {

    private static final String MEMORY = "1g";

    @TempDir
    Path folder;

    @Test
    void a_worker_killed_in_mid_job_changes_nothing() throws IOException, SQLException {
        var delivery = Delivery.make(folder);
        var expected = alone(delivery);

        try (var cluster = LocalCluster.start(folder.resolve("cluster"), 2, MEMORY);
                var session = cluster.session(MEMORY)) {
            var killer = Thread.ofVirtual().start(() -> killInTheMiddle(cluster, folder.resolve("mart/inputs")));
            var done = new Ingestion(session).run(delivery.into(folder.resolve("mart")));

            assertThat(killer.isAlive())
                    .as("the job ended before a worker was killed")
                    .isFalse();
            assertThat(Content.of(done.version())).isEqualTo(expected);
            counts(session, done.version());
        }
    }

    private List<String> alone(Delivery delivery) throws IOException, SQLException {
        try (var session = LocalCluster.none(2)) {
            return Content.of(new Ingestion(session)
                    .run(delivery.into(folder.resolve("alone")))
                    .version());
        }
    }

    private static void killInTheMiddle(LocalCluster cluster, Path inputs) {
        while (begun(inputs) == 0) {
            Thread.onSpinWait();
        }
        cluster.kill(0);
    }

    private static int begun(Path inputs) {
        var files = inputs.toFile().list();
        return files == null ? 0 : files.length;
    }

    /// All measures with the one worker that is left.
    private void counts(org.apache.spark.sql.SparkSession session, Path version) throws IOException, SQLException {
        var spark = SparkEngine.over(session, List.of(version.toString()));
        try (var duck = DuckEngine.forMany(version, Files.createDirectories(folder.resolve("spill")))) {
            for (var measure : Measures.all()) {
                assertThat(spark.count(measure, measure.shownBy()))
                        .as(measure.key())
                        .isEqualTo(duck.count(measure, measure.shownBy()));
            }
        }
    }
}
