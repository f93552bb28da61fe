package org.tsunagu.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tsunagu.benchmarks.Pages.Answer;
import org.tsunagu.synthetic.Options;
import org.tsunagu.synthetic.Progress;
import org.tsunagu.synthetic.SyntheticInsurer;

/// The members' pages measured (マイページの計測): how long members wait when a thousand of them read their results at once.
final class MemberBench {

    private static final int MEMBERS = 5_000;
    private static final int YEARS = 5;
    private static final int USERS = 1_000;
    private static final int SECONDS = 120;

    private MemberBench() {}

    static void run(List<String> given) throws IOException {
        var members = number(given, "--members", MEMBERS);
        var load = new Pages.Load(number(given, "--users", USERS), number(given, "--seconds", SECONDS));
        var folder = Files.createTempDirectory("tsunagu-member-bench");
        var insurer = folder.resolve("insurer");
        var last = Options.standard(insurer).lastYear();
        new SyntheticInsurer()
                .generate(Options.standard(insurer).sized(members, last - YEARS + 1, last), Progress.SILENT);
        System.out.printf(
                Locale.ROOT,
                "## Members' pages, %s, Java %s, %d processors, %,d members, %d years%n%n",
                LocalDate.now(ZoneId.of("Asia/Tokyo")),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                members,
                YEARS);
        var server = new ProcessBuilder(OfficeBench.server(
                        MemberServer.class.getName(),
                        folder.resolve("data").toString(),
                        insurer.toString(),
                        String.valueOf(load.users())))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("measured ")) {
                    System.out.println(line.substring("measured ".length()));
                } else if (line.startsWith("ready ")) {
                    measure(line.substring("ready ".length()), load);
                    server.getOutputStream().close();
                }
            }
        }
        OfficeBench.waitFor(server);
        OfficeBench.delete(folder);
    }

    private static int number(List<String> given, String name, int standard) {
        return Bench.option(given, name).map(Integer::parseInt).orElse(standard);
    }

    private static void measure(String url, Pages.Load load) {
        var all = new ArrayList<Answer>();
        var doors = MemberVisitor.doors(url, load.users());
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading = new ArrayList<Future<List<Answer>>>();
            for (var i = 0; i < load.users(); i++) {
                var visitor = new MemberVisitor(doors, i);
                reading.add(people.submit(() -> visitor.read(load.seconds())));
            }
            for (var person : reading) {
                all.addAll(person.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        Pages.print(all, load);
    }
}
