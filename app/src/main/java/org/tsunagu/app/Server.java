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
public final class Server implements AutoCloseable {

    // Letters that carry 256 bits.
    private static final int SEAL = 52;
    /// Nobody waits long for a database that does not answer.
    private static final String CONNECTION =
            "reWriteBatchedInserts=true&tcpKeepAlive=true&connectTimeout=3&loginTimeout=3&cancelSignalTimeout=3";

    private final ConfigurableApplicationContext context;
    private final Installation installation;
    private final Watch watch;

    private Server(ConfigurableApplicationContext context, Installation installation, Watch watch) {
        this.context = context;
        this.installation = installation;
        this.watch = watch;
    }

    /// How to start.
    ///
    /// @param data folder for database, originals and secrets
    /// @param database address of a server of the user's own; empty for the embedded one
    /// @param port 0 for any free one
    public record Settings(Path data, Optional<String> database, String address, int port, boolean hasPages) {}

    /// Starts the database, brings its tables up to date and starts the application.
    ///
    /// @throws Installation.InUse when another server is running on the same folder
    public static Server start(Settings settings) {
        var installation = Installation.own(settings);
        try {
            Database.migrate(installation.access());
            var context = application(
                    settings,
                    installation.access(),
                    new Secrets(settings.data()).password("account-seal", SEAL),
                    new Secrets(settings.data()).password("mart-key", SEAL));
            return new Server(context, installation, Watch.over(installation.local()));
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    private static ConfigurableApplicationContext application(
            Settings settings, Database.Access access, String seal, String martKey) {
        var properties = new HashMap<String, Object>(Map.of(
                "spring.datasource.url", access.url() + (access.url().contains("?") ? "&" : "?") + CONNECTION,
                "spring.datasource.username", Database.APPLICATION,
                "spring.datasource.password", access.applicationPassword(),
                "spring.servlet.multipart.location",
                        DataFolder.uploads(settings.data()).toString(),
                "management.health.diskspace.path",
                        settings.data().toAbsolutePath().toString(),
                "tsunagu.data", settings.data().toAbsolutePath().toString(),
                "tsunagu.seal", seal,
                "server.address", settings.address(),
                "server.port", settings.port()));
        properties.put("tsunagu.mart-key", martKey);
        var application = new SpringApplication(TsunaguApplication.class);
        application.setDefaultProperties(properties);
        application.setWebApplicationType(settings.hasPages() ? WebApplicationType.SERVLET : WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        return application.run();
    }

    /// The running application.
    public ConfigurableApplicationContext context() {
        return context;
    }

    /// The embedded server; empty when the user has one of their own.
    public Optional<LocalServer> local() {
        return installation.local();
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
        watch.close();
        context.close();
        installation.close();
    }
}
