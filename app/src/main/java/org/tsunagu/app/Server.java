package org.tsunagu.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.tsunagu.localdb.LocalServer;

/// The running application with its database (サーバー).
///
/// @param local the embedded server; empty when the user has one of their own
public record Server(ConfigurableApplicationContext context, Optional<LocalServer> local) implements AutoCloseable {

    private static final int SECRET = 40;
    // Letters that carry 256 bits.
    private static final int SEAL = 52;

    /// How to start.
    ///
    /// @param data folder for database, originals and secrets
    /// @param database address of a server of the user's own; empty for the embedded one
    /// @param port 0 for any free one
    public record Settings(Path data, Optional<String> database, String address, int port, boolean hasPages) {}

    /// Starts the database, brings its tables up to date and starts the application.
    public static Server start(Settings settings) {
        var secrets = new Secrets(settings.data());
        var local = settings.database().isPresent()
                ? Optional.<LocalServer>empty()
                : Optional.of(LocalServer.start(
                        settings.data().resolve("postgresql"), secrets.password("database-admin", SECRET)));
        try {
            var access = access(settings, secrets, local);
            Database.migrate(access);
            return new Server(application(settings, access, secrets.password("account-seal", SEAL)), local);
        } catch (RuntimeException e) {
            local.ifPresent(LocalServer::close);
            throw e;
        }
    }

    private static Database.Access access(Settings settings, Secrets secrets, Optional<LocalServer> local) {
        var application = secrets.password("database-app", SECRET);
        if (local.isPresent()) {
            var server = local.get();
            var access = new Database.Access(
                    server.url("tsunagu"), Database.OWNER, secrets.password("database-owner", SECRET), application);
            Database.prepare(server.url("postgres"), LocalServer.ADMINISTRATOR, server.password(), access);
            return access;
        }
        var environment = System.getenv();
        var access = new Database.Access(
                settings.database().orElseThrow(),
                environment.getOrDefault("TSUNAGU_DATABASE_USER", Database.OWNER),
                environment.getOrDefault("TSUNAGU_DATABASE_PASSWORD", ""),
                application);
        Database.prepareForeign(access);
        return access;
    }

    private static ConfigurableApplicationContext application(Settings settings, Database.Access access, String seal) {
        var properties = new HashMap<String, Object>(Map.of(
                "spring.datasource.url",
                        access.url() + (access.url().contains("?") ? "&" : "?") + "reWriteBatchedInserts=true",
                "spring.datasource.username", Database.APPLICATION,
                "spring.datasource.password", access.applicationPassword(),
                "tsunagu.data", settings.data().toAbsolutePath().toString(),
                "tsunagu.seal", seal,
                "server.address", settings.address(),
                "server.port", settings.port()));
        var application = new SpringApplication(TsunaguApplication.class);
        application.setDefaultProperties(properties);
        application.setWebApplicationType(settings.hasPages() ? WebApplicationType.SERVLET : WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        return application.run();
    }

    /// Where the pages are.
    public String url() {
        var environment = context.getEnvironment();
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "http://localhost:" + port;
    }

    /// Ends the application first, then its database.
    @Override
    public void close() {
        context.close();
        local.ifPresent(LocalServer::close);
    }
}
