package org.tsunagu.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.Server;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.intake.Deliveries;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.membership.Registers;
import org.tsunagu.synthetic.Options;

/// The server in a process of its own (計測用サーバー): takes an insurer in, says how long it took, and serves pages until its
/// input ends. Arguments: data folder, folder of the insurer, number of users.
final class OfficeServer {

    static final String PASSWORD = "for these figures only";
    private static final int PAUSE_MILLISECONDS = 20;

    private final ConfigurableApplicationContext context;
    private final Insurer insurer;

    OfficeServer(ConfigurableApplicationContext context) {
        this.context = context;
        this.insurer = context.getBean(Insurers.class).ensure(Options.UNASSIGNED_INSURER, "計測用保険者");
    }

    static void main(String[] arguments) throws IOException {
        var start = System.nanoTime();
        var settings = new Server.Settings(Path.of(arguments[0]), Optional.empty(), "0.0.0.0", 0, true);
        try (var server = Server.start(settings)) {
            System.out.printf(Locale.ROOT, "measured server ready in %.1f s%n", seconds(start));
            var office = new OfficeServer(server.context());
            office.takeIn(Path.of(arguments[1]));
            for (var i = 0; i < Integer.parseInt(arguments[2]); i++) {
                server.context()
                        .getBean(Accounts.class)
                        .add("user%d".formatted(i), "計測 %d".formatted(i), PASSWORD, office.insurer, Role.NURSE);
            }
            System.out.println("ready " + server.url());
            while (System.in.read() >= 0) {
                // Serves until nobody listens any more.
            }
        }
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    void takeIn(Path files) throws IOException {
        var start = System.nanoTime();
        try (var in = Files.newInputStream(files.resolve("members.csv"))) {
            context.getBean(Registers.class)
                    .receive(
                            insurer.id(),
                            in,
                            "members.csv",
                            true,
                            LocalDate.now(java.time.ZoneId.of("Asia/Tokyo")),
                            "bench");
        }
        waitForJobs();
        System.out.printf(
                Locale.ROOT, "measured register: %,d people in %.1f s%n", count("membership.member"), seconds(start));
        start = System.nanoTime();
        try (var zips = Files.list(files.resolve("archives"))) {
            for (var zip : zips.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList()) {
                try (var in = Files.newInputStream(zip)) {
                    context.getBean(Deliveries.class)
                            .receive(insurer.id(), in, String.valueOf(zip.getFileName()), "upload", "bench");
                }
            }
        }
        waitForJobs();
        var documents = count("intake.document");
        var rate = documents / seconds(start);
        System.out.printf(
                Locale.ROOT,
                "measured intake: %,d documents in %.1f s, %,.0f a second; %,d checkups; peak heap %d MB%n",
                documents,
                seconds(start),
                rate,
                count("checkups.checkup"),
                peakMegabytes());
        System.out.println("intake " + rate);
    }

    void waitForJobs() {
        var jobs = context.getBean(Jobs.class);
        try {
            while (jobs.open(insurer.id()) > 0) {
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    Insurer insurer() {
        return insurer;
    }

    private long count(String table) {
        return number("select count(*) from " + table);
    }

    long number(String sql) {
        return context.getBean(TenantTransactions.class)
                .in(
                        insurer.id(),
                        () -> context.getBean(JdbcClient.class)
                                .sql(sql)
                                .query(Long.class)
                                .single());
    }

    static long peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / (1 << 20);
    }
}
