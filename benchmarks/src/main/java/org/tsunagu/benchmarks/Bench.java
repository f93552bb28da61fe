package org.tsunagu.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// The benchmarks (計測): `./tsunagu bench [--schemas DIR] [--largest N] [--skip-jmh]`; those of the server:
/// `./tsunagu bench office [--members N] [--years N] [--users N] [--seconds N]`; the members' pages:
/// `./tsunagu bench members [--members N] [--users N] [--seconds N]`; the statutory report:
/// `./tsunagu bench report [--members N]`; claims: `./tsunagu bench claims [--receipts N]`.
///
/// Everything a ratio compares runs in this one call, each in a Java machine of its own; figures are for
/// `benchmarks/RESULTS.md`.
public final class Bench {

    private static final int SMALL = 2_000;
    private static final int MIDDLE = 20_000;
    private static final int LARGE = 200_000;
    private static final int RUNS = 2;
    private static final List<String> JAVA = List.of("-XX:+UseSerialGC", "-Xmx512m");
    private static final List<String> WARM = List.of("-XX:+UseSerialGC", "-Xmx512m", "-Dagain=6");
    private static final List<String> SMALL_HEAP = List.of("-XX:+UseSerialGC", "-Xmx256m");
    /// Documents of warming up before the time per document is compared between sizes.
    private static final int WARMING = 100_000;

    private final Path folder;
    private final Path insurer;
    private final Optional<Path> schemas;

    private Bench(Path folder, Path insurer, Optional<Path> schemas) {
        this.folder = folder;
        this.insurer = insurer;
        this.schemas = schemas;
    }

    static void main(String[] arguments) throws IOException, RunnerException, SQLException {
        var given = List.of(arguments);
        if (!given.isEmpty() && given.getFirst().equals("office")) {
            OfficeBench.run(given);
            return;
        }
        if (!given.isEmpty() && given.getFirst().equals("members")) {
            MemberBench.run(given);
            return;
        }
        if (!given.isEmpty() && given.getFirst().equals("claims")) {
            ClaimsBench.run(given);
            return;
        }
        if (!given.isEmpty() && given.getFirst().equals("report")) {
            ReportBench.run(given);
            return;
        }
        if (!given.isEmpty() && given.getFirst().equals("measures")) {
            MeasuresBench.run(given);
            return;
        }
        var folder = Files.createTempDirectory("tsunagu-bench");
        var largest = option(given, "--largest").map(Integer::parseInt).orElse(LARGE);
        System.err.printf(Locale.ROOT, "making an insurer with %,d documents%n", largest);
        var insurer = Corpus.insurer(folder, Math.max(largest, MIDDLE));
        var bench = new Bench(folder, insurer, option(given, "--schemas").map(Path::of));
        System.out.printf(
                "## %s, Java %s, %d processors%n%n",
                LocalDate.now(ZoneId.of("Asia/Tokyo")),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        bench.endToEnd("Whole process", JAVA, asLaunched());
        bench.endToEnd("In the warm machine", WARM, WARM);
        bench.growth(largest);
        if (!given.contains("--skip-jmh")) {
            bench.judging();
        }
    }

    /// The check runs as `./tsunagu check` runs it on an input of this size; its peers run as Java runs by itself.
    static List<String> asLaunched() {
        var launched = new ArrayList<>(JAVA);
        launched.add("-XX:TieredStopAtLevel=1");
        launched.addAll(List.of(System.getProperty("tsunagu.options", "").split(" ")));
        launched.removeIf(String::isEmpty);
        Optional.ofNullable(System.getProperty("tsunagu.aot"))
                .ifPresent(cache -> launched.add("-XX:AOTCache=" + cache));
        return launched;
    }

    static Optional<String> option(List<String> given, String name) {
        var at = given.indexOf(name);
        return at >= 0 && at + 1 < given.size() ? Optional.of(given.get(at + 1)) : Optional.empty();
    }

    /// The check from archive to CSV against a bare StAX pass and against JDK schema validation, which both get the
    /// bytes
    /// inflated: the whole process, and once more in the warm machine.
    private void endToEnd(String title, List<String> java, List<String> checkJava) throws IOException {
        var archive = Corpus.archive(folder, insurer, MIDDLE);
        var inflated = Corpus.inflated(archive).toString();
        var bare = best(MIDDLE, java, "bare", inflated);
        var one = best(MIDDLE, checkJava, check(archive, 1));
        var two = best(MIDDLE, checkJava, check(archive, 2));
        System.out.printf(
                "%n### %s%n%n| work | documents per CPU second | per second | peak heap MB |%n|---|---|---|---|%n",
                title);
        row("bare StAX pass over the inflated bytes (Aalto)", bare);
        row("check, one thread", one);
        row("check, two threads", two);
        if (schemas.isPresent()) {
            var valid = best(MIDDLE, java, "schema", inflated, schemas.get().toString());
            row("JDK schema validation of the inflated bytes", valid);
            ratio("check (one thread) / schema validation, CPU", one.perCpuSecond() / valid.perCpuSecond(), 3);
        }
        ratio(
                "check (one thread) / bare StAX pass over the inflated bytes, CPU",
                one.perCpuSecond() / bare.perCpuSecond(),
                0.35);
        ratio("two threads / one thread, clock", two.perSecond() / one.perSecond(), 1.7);
    }

    /// Time per document must not grow, and a small heap must do: whole processes, and once more in the warm machine.
    private void growth(int largest) throws IOException {
        System.out.println("\n### Growth, -Xmx256m\n\n| documents | CPU ms, whole process | ms per document "
                + "| ms per document, warm | peak heap MB |\n|---|---|---|---|---|");
        for (var size = SMALL; size <= largest; size *= 10) {
            var archive = Corpus.archive(folder, insurer, size);
            var run = size == LARGE
                    ? Run.of(size, SMALL_HEAP, List.of(check(archive, 1)))
                    : best(size, SMALL_HEAP, check(archive, 1));
            var warm = new ArrayList<>(SMALL_HEAP);
            warm.add("-Dagain=" + Math.max(1, WARMING / size));
            var again = Run.of(size, warm, List.of(check(archive, 1)));
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %,d | %.3f | %.3f | %d |%n",
                    size,
                    run.cpuMillis(),
                    (double) run.cpuMillis() / size,
                    (double) again.cpuMillis() / size,
                    run.peakHeapMegabytes());
        }
    }

    private void judging() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(JudgingBenchmark.class.getSimpleName())
                        .include(LetterBenchmark.class.getSimpleName())
                        .build())
                .run();
    }

    private String[] check(Path archive, int threads) {
        return new String[] {
            "check",
            archive.toString(),
            "--out",
            folder.resolve("out").toString(),
            "--threads",
            String.valueOf(threads),
            "--received",
            Corpus.RECEIVED,
            "--quiet"
        };
    }

    /// The run with the least processor time: the other was disturbed.
    private static Run best(long documents, List<String> java, String... arguments) {
        var runs = new ArrayList<Run>();
        for (var i = 0; i < RUNS; i++) {
            runs.add(Run.of(documents, java, List.of(arguments)));
        }
        return runs.stream()
                .min((a, b) -> Long.compare(a.cpuMillis(), b.cpuMillis()))
                .orElseThrow();
    }

    private static void row(String work, Run run) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %d |%n",
                work,
                run.perCpuSecond(),
                run.perSecond(),
                run.peakHeapMegabytes());
    }

    private static void ratio(String what, double value, double goal) {
        System.out.printf(Locale.ROOT, "%n%s: **%.2f** (at least %.2f)%n", what, value, goal);
    }
}
