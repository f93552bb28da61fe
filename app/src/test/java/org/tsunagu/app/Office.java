package org.tsunagu.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TestUsers;
import org.tsunagu.app.intake.Deliveries;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.membership.Registers;
import org.tsunagu.synthetic.Options;
import org.tsunagu.synthetic.SyntheticInsurer;

/// One real server with a real PostgreSQL for all tests of a process: started when first asked for, ended
/// with the process. It is not kept in the store of the test engine, which is emptied after every class
/// where two processes share the classes.
public final class Office implements AutoCloseable {

    /// The password of every user of the tests.
    public static final String PASSWORD = "only for these tests";

    private static final long PAUSE_MILLISECONDS = 50;

    private final Path data;
    private final Server server;
    private final IdentityService identity = new IdentityService();

    private Office(Path data) {
        this.data = data;
        System.setProperty("tsunagu.oidc.issuer", identity.issuer());
        System.setProperty("tsunagu.oidc.client", "tsunagu-tests");
        System.setProperty("tsunagu.oidc.secret", "only for these tests");
        System.setProperty("tsunagu.portal.oidc.issuer", identity.issuer());
        System.setProperty("tsunagu.portal.oidc.client", "tsunagu-tests");
        System.setProperty("tsunagu.portal.oidc.secret", "only for these tests");
        this.server = Server.start(new Server.Settings(data, Optional.empty(), "127.0.0.1", 0, true));
    }

    /// Gives the office to tests.
    public static final class Extension implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Office.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return ofProcess();
        }
    }

    private static final class Made {

        static final Office OFFICE = fresh();

        private static Office fresh() {
            try {
                var office = new Office(Files.createTempDirectory("tsunagu-office"));
                Runtime.getRuntime().addShutdownHook(new Thread(office::close));
                return office;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The office of this process, for tests that give their classes more than an office.
    public static Office ofProcess() {
        return Made.OFFICE;
    }

    public <T> T bean(Class<T> type) {
        return server.context().getBean(type);
    }

    /// The identity service by which people may log in.
    public IdentityService identity() {
        return identity;
    }

    public String url() {
        return server.url();
    }

    public Path data() {
        return data;
    }

    /// An insurer with a user of each role, named `number-role`.
    public Insurer insurer(String number) {
        var insurer = bean(Insurers.class).ensure(number, "試験組合" + number);
        if (bean(Accounts.class).colleagues(insurer.id()).isEmpty()) {
            for (var role : Role.values()) {
                bean(Accounts.class)
                        .add(
                                number + "-" + role.name().toLowerCase(java.util.Locale.ROOT),
                                "試験 " + role,
                                PASSWORD,
                                insurer,
                                role);
            }
        }
        return insurer;
    }

    /// Does something as a user of an insurer.
    public <T> T as(Insurer insurer, Role role, Callable<T> work) {
        var user = TestUsers.user(insurer, role);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    public void register(Insurer insurer, String csv) {
        register(insurer, csv.getBytes(StandardCharsets.UTF_8), true);
    }

    public void register(Insurer insurer, byte[] csv, boolean isFull) {
        try {
            bean(Registers.class)
                    .receive(
                            insurer.id(),
                            new ByteArrayInputStream(csv),
                            "members.csv",
                            isFull,
                            LocalDate.parse("2026-11-01"),
                            "test");
            waitForJobs(insurer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Deliveries.Receipt receive(Insurer insurer, Path file) {
        try (var in = Files.newInputStream(file)) {
            return bean(Deliveries.class)
                    .receive(insurer.id(), in, String.valueOf(file.getFileName()), "upload", "test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void waitForJobs(Insurer insurer) {
        try {
            while (bean(Jobs.class).open(insurer.id()) > 0) {
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The database as its owner's superuser, who sees everything.
    public JdbcTemplate everything() {
        return Databases.administrator(data, server);
    }

    /// The database as the application's role.
    public JdbcTemplate asApplication() {
        var environment = server.context().getEnvironment();
        return new JdbcTemplate(new DriverManagerDataSource(
                String.valueOf(environment.getProperty("spring.datasource.url")),
                String.valueOf(environment.getProperty("spring.datasource.username")),
                String.valueOf(environment.getProperty("spring.datasource.password"))));
    }

    /// Makes an invented insurer's files once a run.
    public static Path files(Path folder, String insurer, int members, int years, double defects) {
        try {
            var last = Options.standard(folder).lastYear();
            var options =
                    new Options(members, last - years + 1, last, 1, folder, "003", defects, Optional.empty(), insurer);
            new SyntheticInsurer().generate(options, (step, done, total) -> {});
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        identity.close();
    }
}
