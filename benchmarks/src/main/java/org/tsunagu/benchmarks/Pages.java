package org.tsunagu.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Waiting for pages while many people work (画面の応答時間).
final class Pages {

    private static final double GOAL_95 = 300;
    private static final double GOAL_PERSON = 100;

    private Pages() {}

    /// How many people work at once, and for how long.
    record Load(int users, int seconds) {}

    /// One page that was asked for.
    ///
    /// @param kind what sort of page it is
    record Answer(String kind, double milliseconds, int status) {}

    static void measure(String url, Load load) {
        var all = new ArrayList<Answer>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<List<Answer>>>();
            for (var i = 0; i < load.users(); i++) {
                var user = new PageUser(url, i);
                working.add(people.submit(() -> user.work(load.seconds())));
            }
            for (var person : working) {
                all.addAll(person.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        print(all, load);
        var people = all.stream()
                .filter(answer -> answer.kind().equals("person"))
                .map(Answer::milliseconds)
                .toList();
        goal("median of the person page", at(people, 0.5), GOAL_PERSON);
    }

    static void print(List<Answer> all, Load load) {
        var byKind = new TreeMap<String, List<Double>>();
        all.forEach(answer ->
                byKind.computeIfAbsent(answer.kind(), none -> new ArrayList<>()).add(answer.milliseconds()));
        var errors = all.stream().filter(answer -> answer.status() >= 400).count();
        System.out.printf(
                Locale.ROOT,
                "%n%d people for %d s, %,d pages, %.1f a second, errors %d%n%n| page | pages | median ms | 95 %% ms"
                        + " | longest ms |%n|---|---|---|---|---|%n",
                load.users(),
                load.seconds(),
                all.size(),
                (double) all.size() / load.seconds(),
                errors);
        byKind.forEach(Pages::row);
        all.stream()
                .filter(answer -> answer.status() >= 400)
                .forEach(answer -> System.out.printf(
                        Locale.ROOT,
                        "error %d, %s, after %.0f ms%n",
                        answer.status(),
                        answer.kind(),
                        answer.milliseconds()));
        var together = all.stream().map(Answer::milliseconds).toList();
        row("all", together);
        goal("95 % of all pages", at(together, 0.95), GOAL_95);
    }

    private static void row(String kind, List<Double> times) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %.0f | %.0f | %.0f |%n",
                kind,
                times.size(),
                at(times, 0.5),
                at(times, 0.95),
                at(times, 1));
    }

    private static void goal(String what, double value, double goal) {
        System.out.printf(
                Locale.ROOT, "%n%s: %.0f ms (goal %.0f: %s)%n", what, value, goal, value < goal ? "met" : "missed");
    }

    private static double at(List<Double> times, double share) {
        if (times.isEmpty()) {
            return Double.NaN;
        }
        var sorted = times.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.floor(share * sorted.size())));
    }

    /// Fields of a form as a body.
    static String form(Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
        return body.toString();
    }
}
