package org.tsunagu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Killed with `kill -9` at any moment and started again, as often as may be, the work ends as if it had never been
/// disturbed: the same rows in every table, the same originals, nothing half-received left, and a whole ledger in which
/// every piece of work stands exactly once, in the same order. What a kill may change is when things happened and which
/// numbers the database gave; nothing else.
class KillTest {

    private static final int KILLS = Integer.getInteger("tsunagu.kills", 20);
    private static final int KILLS_OF_THE_FIRST_START = 4;
    private static final int NUMBER = 3;
    private static final int KANA = 8;
    private static final int BIRTH = 10;
    private static final int MOST_SECONDS = 300;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("tsunagu.kill-seed", System.nanoTime());
    private final Random random = new Random(seed);

    /// How long the work takes when nobody disturbs it.
    private record Times(long start, long work) {}

    @Test
    void work_that_is_killed_at_any_moment_ends_as_if_it_had_not_been() throws Exception {
        System.out.println("KillTest: -Dtsunagu.kill-seed=" + seed);
        var day = today();
        var files = files(folder.resolve("files"));
        var undisturbed = folder.resolve("undisturbed");
        var times = run(undisturbed, files);
        System.out.println("KillTest: undisturbed " + times);

        var expected = state(undisturbed);
        assertThatTheWorkIsWorthKilling(expected);

        var kills = 0;
        for (var round = 0; kills < KILLS && round < KILLS; round++) {
            var killed = folder.resolve("killed-" + round);
            kills += killUntilDone(killed, files, kills, times);
            Assumptions.assumeTrue(day.equals(today()), "midnight: tasks of two days cannot be compared");
            assertThatItEndedAs(expected, state(killed));
        }
        assertThat(kills).isEqualTo(KILLS);
    }

    /// Kills the work until it has been killed often enough, then lets it end. A machine that has become faster since
    /// the undisturbed run may end the work before: such a kill comes too late and does not count.
    ///
    /// @return how many kills met the work alive
    private int killUntilDone(Path data, Path files, int before, Times times) throws Exception {
        var kills = before;
        while (kills < KILLS && kill(data, files, kills, times)) {
            kills++;
        }
        run(data, files);
        return kills - before;
    }

    private static void assertThatItEndedAs(Map<String, List<String>> expected, Map<String, List<String>> actual) {
        actual.forEach(
                (what, rows) -> assertThat(withoutStartJobs(rows)).as(what).isEqualTo(expected.get(what)));
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
    }

    /// Every start looks whether old results lack their high values; the first start finds no insurer to look at.
    private static List<String> withoutStartJobs(List<String> rows) {
        return rows.stream().filter(row -> !row.contains("kind=high-values")).toList();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Tokyo"));
    }

    private static Path files(Path folder) throws IOException {
        Office.files(folder, KilledWork.INSURER, 400, 1, 0.15);
        var lines = register(folder.resolve("members.csv"));
        var changes = new ArrayList<String>(List.of(lines.getFirst()));
        for (var i = 1; i < lines.size(); i += 7) {
            changes.add(
                    i % 2 == 0 ? lines.get(i).replace("市", "町") : lines.get(i).replaceFirst(",", ""));
        }
        Files.write(folder.resolve("changes.csv"), changes);
        var archives = folder.resolve("archives");
        Files.write(archives.resolve("rubbish.zip"), "PK\u0003\u0004 no archive".getBytes(StandardCharsets.ISO_8859_1));
        var all = Files.list(archives)
                .filter(file -> file.toString().endsWith(".zip"))
                .sorted()
                .toList();
        for (var i = 0; i < 2; i++) {
            var archive = all.get(i * all.size() / 2);
            Files.move(archive, archives.resolve("inbox-" + archive.getFileName()));
        }
        return folder;
    }

    /// The register, with numbers that no document has, and with names and birth dates that are nearly those of one:
    /// such documents are for the names to find, or for a person.
    private static List<String> register(Path file) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(file));
        for (var i = 1; i < lines.size(); i++) {
            var cells = lines.get(i).split(",", -1);
            if (i % 5 < 2) {
                cells[NUMBER] = "7" + cells[NUMBER];
            }
            if (i % 5 == 1) {
                cells[KANA] = cells[KANA].substring(0, cells[KANA].length() - 2);
                cells[BIRTH] = LocalDate.parse(cells[BIRTH]).plusDays(1).toString();
            }
            lines.set(i, String.join(",", cells));
        }
        Files.write(file, lines);
        return lines;
    }

    private Process start(Path data, Path files) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dtsunagu.inbox-pause=PT0.2S",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledWork.class.getName(),
                data.toString(),
                files.toString());
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                .redirectErrorStream(true)
                .start();
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    private Times run(Path data, Path files) throws Exception {
        Files.writeString(output(), "");
        var begin = System.nanoTime();
        var process = start(data, files);
        waitFor(process, "started");
        var started = System.nanoTime();
        assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
        assertThat(process.exitValue()).as(Files.readString(output())).isZero();
        return new Times((started - begin) / 1_000_000, (System.nanoTime() - started) / 1_000_000);
    }

    private void waitFor(Process process, String word) throws Exception {
        for (var i = 0; i < MOST_SECONDS * 100 && process.isAlive(); i++) {
            if (Files.readString(output()).contains(word)) {
                return;
            }
            Thread.sleep(10);
        }
    }

    /// The first kills meet the making of everything, from unpacking the database to the migrations, one in three of
    /// the others a later start, the rest the work.
    ///
    /// @return whether the work was still going on
    private boolean kill(Path data, Path files, int number, Times times) throws Exception {
        Files.writeString(output(), "");
        var process = start(data, files);
        var isInStart = number < KILLS_OF_THE_FIRST_START || number % 3 == 0;
        var most = isInStart ? times.start() : times.work() * 3 / 2 / KILLS;
        if (!isInStart) {
            waitFor(process, "started");
        }
        var after = (long) (random.nextDouble() * most);
        Thread.sleep(after);
        var isDatabaseToo = number % 4 == 3;
        var isInTime = process.isAlive();
        process.destroyForcibly().waitFor();
        if (isDatabaseToo) {
            killDatabase(data);
        }
        assertThat(isInTime || process.exitValue() == 0)
                .as(Files.readString(output()))
                .isTrue();
        System.out.println("KillTest: " + (isInTime ? "" : "too late ") + (isInStart ? "start+" : "work+") + after
                + (isDatabaseToo ? " with database" : ""));
        return isInTime;
    }

    /// Only the processes of this very folder, by the number its server wrote down.
    private static void killDatabase(Path data) throws Exception {
        var file = data.resolve("postgresql/data/postmaster.pid");
        if (Files.exists(file)) {
            var lines = Files.readAllLines(file);
            var server = lines.isEmpty()
                    ? Optional.<ProcessHandle>empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst()));
            if (server.isPresent()) {
                var below = server.get().descendants().toList();
                server.get().destroyForcibly();
                below.forEach(ProcessHandle::destroyForcibly);
            }
        }
    }

    private Map<String, List<String>> state(Path data) {
        var settings = new Server.Settings(data, Optional.empty(), "127.0.0.1", 0, false);
        try (var installation = Installation.own(settings)) {
            var words = java.util.ResourceBundle.getBundle("messages.start");
            assertThat(new Ledgers(words, System.out).areWhole(installation.access()))
                    .as("ledger")
                    .isTrue();
            var state = Contents.natural(
                    Databases.administrator(data, installation.local().orElseThrow()));
            for (var place : List.of("originals", "uploads", "inbox")) {
                state.put(
                        place,
                        Contents.files(data.resolve(place)).entrySet().stream()
                                // The first folder is the number of the one insurer.
                                .map(file -> file.toString().replaceFirst("^\\d+/", ""))
                                .toList());
            }
            return state;
        }
    }

    private static void assertThatTheWorkIsWorthKilling(Map<String, List<String>> state) {
        var documents = state.get("intake.document").toString();
        assertThat(documents).contains("match=NUMBER", "match=DECIDED", "status=REJECTED");
        assertThat(documents).containsPattern("match=(LINKED|DOUBTFUL|NONE)");
        assertThat(state.get("intake.delivery").toString()).contains("state=DONE", "state=REFUSED");
        for (var table : List.of("membership.bad_line", "membership.change", "checkups.decision", "worklists.task")) {
            assertThat(state.get(table)).as(table).isNotEmpty();
        }
        assertThat(state.get("jobs.job")).allMatch(job -> job.contains("state=DONE"));
        assertThat(state.get("intake.finding")).hasSizeGreaterThan(10);
    }
}
