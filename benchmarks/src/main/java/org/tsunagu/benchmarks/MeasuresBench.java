package org.tsunagu.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.tsunagu.measures.Measures;
import org.tsunagu.measures.count.DuckEngine;

/// All measures over seven years (指標一式の集計): the members of a society, ten times and a hundred times as many.
final class MeasuresBench {

    private static final int MEMBERS = 37_286;
    private static final int YEARS = 7;
    private static final int RUNS = 3;
    private static final int STEP = 10;

    private final Path folder;

    private MeasuresBench(Path folder) {
        this.folder = folder;
    }

    static void run(List<String> given) throws IOException, SQLException {
        var times = Bench.option(given, "--times").map(Integer::parseInt).orElse(STEP);
        var bench = new MeasuresBench(Files.createTempDirectory("tsunagu-measures"));
        System.out.printf("%n| members x %d years | measures | seconds, clock | CPU seconds | mart MB |%n", YEARS);
        System.out.println("|---|---|---|---|---|");
        for (var factor = 1; factor <= times; factor *= STEP) {
            bench.measure(MEMBERS * factor);
        }
    }

    private void measure(int members) throws IOException, SQLException {
        var version = folder.resolve("members-" + members);
        DrawnMart.draw(version, folder.resolve("spill"), members, YEARS);
        var clock = Long.MAX_VALUE;
        var cpu = Long.MAX_VALUE;
        for (var run = 0; run < RUNS; run++) {
            var begun = System.nanoTime();
            var before = cpuNanos();
            try (var engine = DuckEngine.forMany(version, folder.resolve("spill"))) {
                for (var measure : Measures.all()) {
                    engine.count(measure, measure.shownBy());
                }
            }
            clock = Math.min(clock, System.nanoTime() - begun);
            cpu = Math.min(cpu, cpuNanos() - before);
        }
        System.out.printf(
                Locale.ROOT,
                "| %,d | %d | %.2f | %.2f | %,d |%n",
                members,
                Measures.all().size(),
                seconds(clock),
                seconds(cpu),
                size(version) / 1_000_000);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static double seconds(long nanos) {
        return nanos / (double) Duration.ofSeconds(1).toNanos();
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
