package org.tsunagu.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.access.TestUsers;
import org.tsunagu.app.intake.Deliveries;
import org.tsunagu.app.intake.MatchQueue;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.membership.Registers;

/// The work that [KillTest] kills: the application without pages takes in registers and archives, by hand and through
/// the
/// inbox, then somebody decides doubtful matches. Started again it goes on; what was handed in is handed in again, as
/// people do who got no answer.
final class KilledWork {

    static final String INSURER = "99000275";
    private static final int DECISIONS = 5;
    private static final long PAUSE_MILLISECONDS = 20;

    private final Server server;
    private final Path data;
    private final Path files;
    private final Insurer insurer;

    private KilledWork(Server server, Path data, Path files) {
        this.server = server;
        this.data = data;
        this.files = files;
        this.insurer = bean(Insurers.class).ensure(INSURER, "試験組合");
    }

    static void main(String[] arguments) throws Exception {
        var data = Path.of(arguments[0]);
        try (var server = Server.start(new Server.Settings(data, Optional.empty(), "127.0.0.1", 0, false))) {
            System.out.println("started");
            var work = new KilledWork(server, data, Path.of(arguments[1]));
            work.handIn();
            work.waitForJobs();
            work.putIntoInbox();
            work.waitForInbox();
            work.waitForJobs();
            work.decide();
            System.out.println("done");
        }
        System.exit(0);
    }

    private <T> T bean(Class<T> type) {
        return server.context().getBean(type);
    }

    private List<Path> archives() throws IOException {
        try (var all = Files.list(files.resolve("archives"))) {
            return all.sorted().toList();
        }
    }

    private void handIn() throws IOException {
        register("members.csv", true);
        for (var archive : archives()) {
            if (!isForInbox(archive)) {
                receive(archive, archive.getFileName().toString());
                // The same bytes under another name: known already.
                receive(archive, "again.zip");
            }
        }
        register("changes.csv", false);
    }

    private static boolean isForInbox(Path archive) {
        return archive.getFileName().toString().startsWith("inbox");
    }

    private void register(String name, boolean isFull) throws IOException {
        try (var in = Files.newInputStream(files.resolve(name))) {
            bean(Registers.class).receive(insurer.id(), in, name, isFull, LocalDate.parse("2026-11-01"), "test");
        }
    }

    private void receive(Path archive, String name) throws IOException {
        try (var in = Files.newInputStream(archive)) {
            bean(Deliveries.class).receive(insurer.id(), in, name, "upload", "test");
        }
    }

    private void waitForJobs() throws InterruptedException {
        while (bean(Jobs.class).open(insurer.id()) > 0) {
            Thread.sleep(PAUSE_MILLISECONDS);
        }
    }

    /// Copied in two halves, as over a slow network, under its own name; a kill leaves the half, which is copied again.
    private void putIntoInbox() throws IOException, InterruptedException {
        var inbox = data.resolve("inbox").resolve(INSURER);
        Files.createDirectories(inbox);
        for (var archive : archives()) {
            var name = archive.getFileName().toString();
            if (isForInbox(archive) && !Files.exists(inbox.resolve("taken").resolve(name))) {
                var bytes = Files.readAllBytes(archive);
                var hidden = inbox.resolve("." + name);
                Files.write(hidden, java.util.Arrays.copyOf(bytes, bytes.length / 2));
                Thread.sleep(PAUSE_MILLISECONDS);
                Files.write(
                        hidden,
                        java.util.Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length),
                        StandardOpenOption.APPEND);
                Files.setLastModifiedTime(hidden, FileTime.fromMillis(System.currentTimeMillis() - 60_000));
                Files.move(hidden, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private void waitForInbox() throws IOException, InterruptedException {
        var inbox = data.resolve("inbox").resolve(INSURER);
        var isEmpty = false;
        while (!isEmpty) {
            Thread.sleep(PAUSE_MILLISECONDS);
            try (var left = Files.list(inbox)) {
                isEmpty = left.noneMatch(file -> file.toString().endsWith(".zip"));
            }
        }
    }

    /// The first doubtful documents by name go to their likeliest member, or to somebody.
    private void decide() {
        var user = TestUsers.user(insurer, Role.CLERK);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        var queue = bean(MatchQueue.class);
        for (var id : bean(TenantTransactions.class).in(insurer.id(), this::doubtful)) {
            var document = queue.find(id).orElseThrow();
            var likeliest = queue.candidates(id).stream()
                    .map(MatchQueue.Candidate::memberId)
                    .findFirst()
                    .orElseGet(() -> first("select min(id) from membership.member"));
            queue.decide(id, new MatchQueue.Decision(document.version(), likeliest, "", "試験"));
        }
    }

    private Long first(String query) {
        return bean(TenantTransactions.class)
                .in(
                        insurer.id(),
                        () -> bean(JdbcClient.class)
                                .sql(query)
                                .query(Long.class)
                                .single());
    }

    private List<Long> doubtful() {
        return new ArrayList<>(bean(JdbcClient.class)
                .sql("select x.id from intake.document x where x.match in ('DOUBTFUL', 'NONE', 'DECIDED')"
                        + " and x.status <> 'REJECTED' order by x.entry, x.id limit " + DECISIONS)
                .query(Long.class)
                .list());
    }
}
