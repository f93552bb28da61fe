package org.tsunagu.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsunagu.synthetic.Options;
import org.tsunagu.synthetic.Progress;
import org.tsunagu.synthetic.SyntheticInsurer;

/// The server measured (サーバーの計測): how fast archives become judged people compared with `check` over the same archives,
/// and how long people wait for pages while many work at once.
final class OfficeBench {

    private static final double DEFECTS = 0.01;
    private static final int MEMBERS = 37_286;
    private static final int YEARS = 7;
    private static final int USERS = 50;
    private static final int SECONDS = 60;
    private static final double GOAL_INTAKE = 0.4;

    private OfficeBench() {}

    static void run(List<String> given) throws IOException {
        var members = number(given, "--members", MEMBERS);
        var years = number(given, "--years", YEARS);
        var folder = Files.createTempDirectory("tsunagu-office-bench");
        var insurer = folder.resolve("insurer");
        var last = Options.standard(insurer).lastYear();
        System.err.printf(Locale.ROOT, "making %,d members, %d years%n", members, years);
        new SyntheticInsurer()
                .generate(
                        Options.standard(insurer)
                                .sized(members, last - years + 1, last)
                                .withDefects(DEFECTS),
                        Progress.SILENT);
        System.out.printf(
                Locale.ROOT,
                "## Office, %s, Java %s, %d processors, %,d members, %d years%n%n",
                LocalDate.now(ZoneId.of("Asia/Tokyo")),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                members,
                years);
        var check = check(folder, insurer);
        serve(
                folder,
                insurer,
                check,
                new Pages.Load(number(given, "--users", USERS), number(given, "--seconds", SECONDS)));
        delete(folder);
    }

    private static int number(List<String> given, String name, int standard) {
        return Bench.option(given, name).map(Integer::parseInt).orElse(standard);
    }

    /// Documents per second of `check` over all archives, as it is launched.
    private static double check(Path folder, Path insurer) throws IOException {
        var out = folder.resolve("out");
        var start = System.nanoTime();
        var process = new ProcessBuilder(java(
                        Bench.asLaunched(),
                        System.getProperty("java.class.path"),
                        "org.tsunagu.cli.Tsunagu",
                        "check",
                        insurer.resolve("archives").toString(),
                        "--out",
                        out.toString(),
                        "--quiet"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        waitFor(process);
        var seconds = (System.nanoTime() - start) / 1e9;
        long documents;
        try (var lines = Files.lines(out.resolve("documents.csv"))) {
            documents = lines.skip(1).count();
        }
        System.out.printf(
                Locale.ROOT,
                "check: %,d documents in %.1f s, %,.0f a second%n",
                documents,
                seconds,
                documents / seconds);
        return documents / seconds;
    }

    private static void serve(Path folder, Path insurer, double check, Pages.Load load) throws IOException {
        var server = new ProcessBuilder(server(
                        OfficeServer.class.getName(),
                        folder.resolve("data").toString(),
                        insurer.toString(),
                        String.valueOf(load.users())))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = List.of(line.split(" "));
                switch (words.getFirst()) {
                    case "measured" -> System.out.println(line.substring("measured ".length()));
                    case "intake" ->
                        System.out.printf(
                                Locale.ROOT,
                                "intake / check: %.2f (goal %.2f: %s)%n",
                                Double.parseDouble(words.get(1)) / check,
                                GOAL_INTAKE,
                                Double.parseDouble(words.get(1)) >= GOAL_INTAKE * check ? "met" : "missed");
                    case "ready" -> {
                        Pages.measure(words.get(1), load);
                        server.getOutputStream().close();
                    }
                    default -> {}
                }
            }
        }
        waitFor(server);
    }

    /// A server as `./tsunagu serve` runs it.
    static List<String> server(String main, String... arguments) {
        return java(List.of(System.getProperty("tsunagu.serving").split(" ")), classes(), main, arguments);
    }

    private static List<String> java(List<String> options, String classes, String main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classes, main));
        command.addAll(List.of(arguments));
        return command;
    }

    /// The commands keep quiet with a logger that the server does not start with.
    private static String classes() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> !place.contains("slf4j-nop"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    static void waitFor(Process process) {
        try {
            if (process.waitFor() > 1) { // check ends with 1 when it has findings
                throw new IllegalStateException("a measured process failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
