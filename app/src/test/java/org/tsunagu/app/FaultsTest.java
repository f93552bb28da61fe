package org.tsunagu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.intake.Deliveries;
import org.tsunagu.app.jobs.Jobs;

/// When the machine below fails: the database away or killed, the disk full, an upload beyond measure. A server of its
/// own,
/// whose originals lie on a disk of a few megabytes where the machine lets us make one.
class FaultsTest {

    private static final String LIMIT = "tsunagu.upload-bytes";
    private static final int MEGABYTE = 1 << 20;
    /// What a person takes for hanging.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    static Path folder;

    private static Server server;
    private static Insurer insurer;
    private static boolean isSmall;

    @BeforeAll
    static void start() throws Exception {
        var data = folder.resolve("data");
        Files.createDirectories(data.resolve("originals"));
        isSmall = run(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=3m",
                "tmpfs",
                data.resolve("originals").toString());
        System.setProperty(LIMIT, Integer.toString(2 * MEGABYTE));
        try {
            server = Server.start(new Server.Settings(data, Optional.empty(), "127.0.0.1", 0, true));
        } finally {
            System.clearProperty(LIMIT);
        }
        insurer = server.context().getBean(Insurers.class).ensure("99000291", "試験組合");
        server.context().getBean(Accounts.class).add("fault-clerk", "試験 一子", Office.PASSWORD, insurer, Role.CLERK);
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
        if (isSmall) {
            run("umount", folder.resolve("data/originals").toString());
        }
    }

    private static boolean run(String... command) throws Exception {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notHere) {
            return false;
        }
    }

    private static PlainBrowser clerk() {
        return PlainBrowser.loggedIn(server.url(), "fault-clerk", Office.PASSWORD);
    }

    private static JdbcTemplate everything() {
        return Databases.administrator(folder.resolve("data"), server);
    }

    private static InputStream random(int seed, int size) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return new ByteArrayInputStream(bytes);
    }

    @Test
    void while_the_database_is_away_every_page_says_so_and_afterwards_everything_works_again() throws Exception {
        var clerk = clerk();
        assertThat(clerk.get("/intake").statusCode()).isEqualTo(200);
        var archive =
                Office.files(folder.resolve("files"), "99000291", 150, 1, 0).resolve("archives");
        Path zip;
        try (var all = Files.list(archive)) {
            zip = all.sorted().findFirst().orElseThrow();
        }
        var before = everything().queryForObject("select coalesce(max(id), 0) from jobs.job", Long.class);
        try (var in = Files.newInputStream(zip)) {
            server.context().getBean(Deliveries.class).receive(insurer.id(), in, "a.zip", "upload", "test");
        }
        server.local().orElseThrow().close();
        try {
            for (var path : List.of("/", "/tasks", "/intake", "/intake/1", "/members/register", "/members/1")) {
                assertThatItSaysSo(clerk, () -> clerk.get(path));
            }
            assertThatItSaysSo(clerk, () -> clerk.post("/search", Map.of("words", "見本")));
            assertThatItSaysSo(clerk, () -> clerk.upload("/intake", "x.xml", () -> random(1, 100), Map.of()));
            var stranger = new PlainBrowser(server.url());
            stranger.get("/login");
            assertThatItSaysSo(
                    stranger, () -> stranger.post("/login", Map.of("username", "fault-clerk", "password", "x")));
            assertThat(stranger.get("/actuator/health")).satisfies(health -> {
                assertThat(health.statusCode()).isEqualTo(503);
                assertThat(health.body()).contains("\"DOWN\"");
            });
            assertThat(stranger.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        } finally {
            server.local().orElseThrow().resume();
        }

        assertThatItComesBack(clerk);
        assertThat(new PlainBrowser(server.url()).get("/actuator/health").body())
                .contains("\"UP\"");
        waitForJobs();
        assertThat(everything()
                        .queryForList("select state || attempt from jobs.job where id > ?", String.class, before))
                .as("an outage is no failure of the job")
                .containsExactly("DONE0");
    }

    /// The pool of connections looks again every few seconds.
    private static void assertThatItComesBack(PlainBrowser visitor) throws InterruptedException {
        var status = visitor.get("/intake").statusCode();
        for (var i = 0; i < 120 && status == 503; i++) {
            Thread.sleep(500);
            status = visitor.get("/intake").statusCode();
        }
        assertThat(status).isEqualTo(200);
    }

    /// Something that is asked of the server.
    private interface Ask {
        HttpResponse<String> now();
    }

    private static void assertThatItSaysSo(PlainBrowser visitor, Ask ask) {
        for (var language :
                Map.of("ja", "データベース", "en", "The database does not answer").entrySet()) {
            visitor.speak(language.getKey());
            var begin = System.nanoTime();
            var answer = ask.now();
            assertThat(answer.statusCode()).as(answer.uri() + answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains(language.getValue());
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
        }
    }

    @Test
    void an_embedded_database_that_was_killed_is_started_again() throws Exception {
        var clerk = clerk();
        var pid = Files.readAllLines(folder.resolve("data/postgresql/data/postmaster.pid"))
                .getFirst();
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
        Thread.sleep(500);

        assertThatItComesBack(clerk);
        assertThat(Files.readAllLines(folder.resolve("data/postgresql/data/postmaster.pid"))
                        .getFirst())
                .isNotEqualTo(pid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/intake", "/members/register"})
    void an_upload_above_the_limit_is_refused_with_a_sentence_and_nothing_of_it_stays(String path) {
        var clerk = clerk();
        for (var language :
                Map.of("ja", "ファイルが大きすぎます", "en", "The file is too large").entrySet()) {
            clerk.speak(language.getKey());
            var answer = clerk.upload(
                    path, "big.csv", () -> random(2, 5 * MEGABYTE), Map.of("kind", "FULL", "asOf", "2026-11-01"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
            assertThat(answer.body()).contains(language.getValue());
        }
        assertThat(Contents.files(folder.resolve("data/uploads"))).isEmpty();
        assertThat(Contents.files(folder.resolve("data/originals")).keySet())
                .noneMatch(name -> name.contains("incoming"));
    }

    @Test
    void nothing_is_uploaded_by_somebody_who_has_not_logged_in() {
        var stranger = new PlainBrowser(server.url());
        stranger.get("/login");
        var answer = stranger.upload("/intake", "x.zip", () -> random(3, MEGABYTE), Map.of());

        assertThat(answer.statusCode()).isIn(302, 403);
        assertThat(Contents.files(folder.resolve("data/uploads"))).isEmpty();
    }

    @Test
    void a_full_disk_is_said_so_leaves_nothing_half_written_and_is_over_when_there_is_space() throws Exception {
        Assumptions.assumeTrue(isSmall, "no disk can be made on this machine");
        var clerk = clerk();
        assertThat(clerk.upload("/intake", "a.zip", () -> random(4, 1_800_000), Map.of())
                        .statusCode())
                .isEqualTo(302);
        var kept = Contents.files(folder.resolve("data/originals"));
        var rows = everything().queryForObject("select count(*) from files.original", Integer.class);
        for (var language :
                Map.of("ja", "空きがありません", "en", "There is no space left").entrySet()) {
            clerk.speak(language.getKey());
            var answer = clerk.upload("/intake", "b.zip", () -> random(5, 1_800_000), Map.of());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(507);
            assertThat(answer.body()).contains(language.getValue());
        }
        assertThat(Contents.files(folder.resolve("data/originals"))).isEqualTo(kept);
        assertThat(everything().queryForObject("select count(*) from files.original", Integer.class))
                .isEqualTo(rows);
        assertThat(Contents.files(folder.resolve("data/uploads"))).isEmpty();

        run("mount", "-o", "remount,size=16m", folder.resolve("data/originals").toString());
        assertThat(clerk.upload("/intake", "b.zip", () -> random(5, 1_800_000), Map.of())
                        .statusCode())
                .isEqualTo(302);
        waitForJobs();
    }

    private static void waitForJobs() throws InterruptedException {
        while (server.context().getBean(Jobs.class).open(insurer.id()) > 0) {
            Thread.sleep(50);
        }
    }
}
