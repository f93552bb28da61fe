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
import org.tsunagu.measures.mart.DuckSession;
import org.tsunagu.measures.mart.Mart;
import org.tsunagu.rules.mark.Marks;

/// All measures over seven years (指標一式の集計): the members of a society, ten times and a hundred times as many. The mart is
/// drawn by the engine itself, with the sizes of real ones: two of five members examined, every mark for each of them.
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
        draw(version, members);
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

    private void draw(Path version, int members) throws IOException, SQLException {
        try (var session = DuckSession.open(folder.resolve("spill"))) {
            for (var fiscalYear = 2019; fiscalYear < 2019 + YEARS; fiscalYear++) {
                write(session, version, "person_year", fiscalYear, people(members, fiscalYear));
                write(session, version, "checkup", fiscalYear, checkups(members, fiscalYear));
                write(session, version, "result", fiscalYear, results(members, fiscalYear));
                write(session, version, "mark", fiscalYear, marks(members, fiscalYear));
                write(session, version, "course", fiscalYear, courses(members, fiscalYear));
                write(session, version, "claim", fiscalYear, claims(members, fiscalYear));
                write(session, version, "claim_disease", fiscalYear, diseases(members, fiscalYear));
            }
        }
    }

    private static void write(DuckSession session, Path version, String table, int year, String query)
            throws IOException, SQLException {
        var file = Files.createDirectories(version.resolve(table)).resolve("06139992-%d.parquet".formatted(year));
        session.execute("create or replace table drawn (%s)".formatted(Mart.schema(table)));
        session.execute("insert into drawn " + query);
        session.execute("copy drawn to '%s' (format parquet, compression zstd)".formatted(DuckSession.quoted(file)));
    }

    private static final String PERSON = "'p' || i, '06139992', %d";

    private static String people(int members, int year) {
        return ("select " + PERSON + ", cast(1 + i %% 2 as varchar), cast(hash(i) %% 75 as int) + %d - 2019,"
                        + " case when i %% 3 = 0 then 'family' else 'self' end, 'employer' || hash(i, 1) %% 60,"
                        + " cast(100 + hash(i, 2) %% 80 as varchar), 12, hash(i) %% 75 >= 40, hash(i) %% 75 >= 40, '', 'source'"
                        + " from range(%d) t (i)")
                .formatted(year, year, members);
    }

    /// Every second of those in the ages of the programme.
    private static String examined(int members) {
        return " from range(%d) t (i) where hash(i) %% 75 >= 40 and i %% 2 = 0".formatted(members);
    }

    private static String checkups(int members, int year) {
        return ("select cast(%d as bigint) * 100000000 + i, " + PERSON + ", make_date(%d, cast(5 + hash(i, 3) %% 7 as int), 15), true,"
                        + " '1319999999', cast(1 + hash(i, 4) %% 4 as varchar), cast(1 + hash(i, 5) %% 4 as varchar),"
                        + " hash(i, 5) %% 4 < 2, 'source'")
                        .formatted(year, year, year)
                + examined(members);
    }

    private static String results(int members, int year) {
        return ("select cast(%d as bigint) * 100000000 + i, " + PERSON + ", 'variable' || v, cast(90 + hash(i, v) %% 90 as decimal(12, 3))")
                        .formatted(year, year)
                + " from range(%d) t (i), range(20) u (v) where hash(i) %% 75 >= 40 and i %% 2 = 0".formatted(members);
    }

    private static String marks(int members, int year) {
        var names = Marks.table().stream().map(row -> "'" + row.text("mark") + "'").distinct().toList();
        return ("select cast(%d as bigint) * 100000000 + i, " + PERSON + ", m, hash(i, m) %% 4 = 0, 'source'").formatted(year, year)
                + " from range(%d) t (i), unnest(%s) u (m) where hash(i) %% 75 >= 40 and i %% 2 = 0"
                        .formatted(members, names);
    }

    private static String courses(int members, int year) {
        return ("select cast(%d as bigint) * 100000000 + i, cast(%d as bigint) * 100000000 + i, " + PERSON + ", '1', '', make_date(%d, 10, 1),"
                                + " make_date(%d, 11, 1), case when i %% 4 = 0 then make_date(%d, 3, 1) end, '', 180")
                        .formatted(year, year, year, year, year, year + 1)
                + examined(members) + " and hash(i, 5) %% 4 < 2 and i %% 6 = 0".replace("%%", "%");
    }

    private static String claims(int members, int year) {
        return ("select cast(%1$d as bigint) * 1000000000 + i * 10 + c, 'p' || i, '06139992', %1$d, %1$d * 100 + 4 + c, ['MED', 'PHA', 'DEN',"
                        + " 'DPC'][1 + c %% 4], c %% 4 = 3, 2, cast(hash(i, c) %% 50000 as bigint), '0402', 'a'"
                        + " from range(%2$d) t (i), range(5) u (c)")
                .formatted(year, members);
    }

    private static String diseases(int members, int year) {
        return ("select cast(%1$d as bigint) * 1000000000 + i * 10 + c, 'p' || i, '06139992', %1$d, d, '0' || 100 + hash(i, d) %% 120,"
                        + " case when hash(i, d) %% 3 = 0 then 'group' || hash(i, d) %% 14 else '' end, false,"
                        + " cast(hash(i, c, d) %% 9000 as bigint) from range(%2$d) t (i), range(5) u (c), range(4) v (d)")
                .formatted(year, members);
    }
}
