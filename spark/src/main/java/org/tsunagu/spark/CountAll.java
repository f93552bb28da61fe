package org.tsunagu.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.tsunagu.measures.Measures;
import org.tsunagu.measures.count.DuckEngine;
import org.tsunagu.measures.count.Engine;

/// All measures over a version of a mart, with the time they took (指標一式の集計): `CountAll VERSION OUT ENGINE`. The engine
/// is
/// `duckdb`, `local` (Spark in this process), `cluster` (one master and two workers on this machine), or `submitted`
/// (the
/// session of `spark-submit`). The files of figures of all engines are the same.
public final class CountAll {

    private static final int CORES = 2;
    private static final String MEMORY = "2g";
    private static final double NANOS = 1e9;

    private CountAll() {}

    static void main(String[] arguments) throws IOException, SQLException {
        var version = Path.of(arguments[0]);
        var out = Path.of(arguments[1]);
        var temporary = Files.createTempDirectory("tsunagu-count");
        switch (arguments[2]) {
            case "duckdb" -> {
                try (var engine = DuckEngine.forMany(version, temporary)) {
                    count(engine, out);
                }
            }
            case "local" -> spark(LocalCluster.none(CORES), version, out);
            case "submitted" -> spark(SparkSession.builder().getOrCreate(), version, out);
            case "cluster" -> {
                try (var cluster = LocalCluster.start(temporary, CORES, MEMORY)) {
                    spark(cluster.session(MEMORY), version, out);
                }
            }
            default -> throw new IllegalArgumentException("engine duckdb, local, cluster or submitted");
        }
    }

    private static void spark(SparkSession session, Path version, Path out) throws IOException {
        try (var engine = SparkEngine.over(session, List.of(version.toString()))) {
            count(engine, out);
        }
    }

    private static void count(Engine engine, Path out) throws IOException {
        var begun = System.nanoTime();
        var lines = new ArrayList<String>();
        for (var measure : Measures.all()) {
            engine.count(measure, measure.shownBy())
                    .forEach(figure -> lines.add(
                            "%s\t%s\t%s\t%s".formatted(measure.key(), figure.strata(), figure.part(), figure.whole())));
        }
        Files.write(out, lines);
        System.out.printf(
                Locale.ROOT,
                "%d measures, %d figures, %.1f s%n",
                Measures.all().size(),
                lines.size(),
                (System.nanoTime() - begun) / NANOS);
    }
}
