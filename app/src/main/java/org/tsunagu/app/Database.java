package org.tsunagu.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The database before the application connects to it (データベースの準備): its two roles and the migrations of every module.
/// The application's role owns nothing and is bound by row-level security; migrations run as the owner.
final class Database {

    /// Modules in the order in which their migrations run; a test compares it with the folders.
    static final List<String> MODULES = List.of(
            "access",
            "audit",
            "files",
            "jobs",
            "membership",
            "worklists",
            "contacts",
            "consent",
            "intake",
            "checkups",
            "docks",
            "tickets",
            "guidance",
            "mailing",
            "lists",
            "planning",
            "reporting",
            "settlement",
            "claims",
            "exchange",
            "analytics",
            "retention",
            "rewards",
            "portal",
            "extracts",
            "api");

    static final String OWNER = "tsunagu_owner";
    static final String APPLICATION = "tsunagu_app";
    private static final String NAME = "tsunagu";
    /// Views with the rights of who looks (`security_invoker`) exist since this version.
    private static final int OLDEST_VERSION = 15;

    private static final int VERSION_STEP = 10_000;

    private Database() {}

    /// The server of the user's own is older than what the tables need.
    static final class TooOld extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int version;

        TooOld(int version) {
            super("PostgreSQL %d is older than %d".formatted(version, OLDEST_VERSION));
            this.version = version;
        }

        /// The version that was found, and the oldest that will do.
        Object[] versions() {
            return new Object[] {version, OLDEST_VERSION};
        }
    }

    /// Who may do what where.
    ///
    /// @param url of the database, for JDBC
    record Access(String url, String owner, String ownerPassword, String applicationPassword) {}

    /// Makes roles and database on a server of our own.
    ///
    /// @param adminUrl of any database on the server
    static void prepare(String adminUrl, String admin, String adminPassword, Access access) {
        try (var connection = DriverManager.getConnection(adminUrl, admin, adminPassword)) {
            role(connection, access.owner(), access.ownerPassword());
            role(connection, APPLICATION, access.applicationPassword());
            if (isMissing(connection, "select 1 from pg_database where datname = ?", NAME)) {
                execute(connection, "create database " + NAME + " owner " + access.owner());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be prepared: " + e.getSQLState(), e);
        }
    }

    /// Makes the application's role on a server of the user's own.
    static void prepareForeign(Access access) {
        try (var connection = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword())) {
            requireVersion(version(connection));
            role(connection, APPLICATION, access.applicationPassword());
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the role %s cannot be made (%s); its owner must be allowed to create roles"
                            .formatted(APPLICATION, e.getSQLState()),
                    e);
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select current_setting('server_version_num')::int")) {
            rows.next();
            return rows.getInt(1) / VERSION_STEP;
        }
    }

    static void requireVersion(int version) {
        if (version < OLDEST_VERSION) {
            throw new TooOld(version);
        }
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        var isMissing = isMissing(connection, "select 1 from pg_roles where rolname = ?", name);
        // Name and password are ours: letters and digits only. Who is no superuser may make a role without these
        // rights,
        // but not say of one that is there that it has none.
        execute(
                connection,
                (isMissing
                                ? "create role %s login nosuperuser nocreatedb nocreaterole nobypassrls password '%s'"
                                : "alter role %s login password '%s'")
                        .formatted(name, password));
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Brings the tables of every module up to date.
    static void migrate(Access access) {
        MODULES.forEach(module -> migrate(access, module, MigrationVersion.LATEST));
        guardFromOutsiders(access);
    }

    /// Makes the tables of the modules anew as they once were; nothing may be in them.
    ///
    /// @param versions the last migration of each module; a module without one gets no tables
    static void remake(Access access, Map<String, String> versions) {
        try (var connection = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword())) {
            for (var module : MODULES) {
                execute(connection, "drop schema if exists " + module + " cascade");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be made anew: " + e.getSQLState(), e);
        }
        for (var module : MODULES) {
            var version = versions.get(module);
            if (version != null) {
                migrate(access, module, MigrationVersion.fromVersion(version));
            }
        }
    }

    private static void migrate(Access access, String module, MigrationVersion version) {
        flyway(access, module).target(version).load().migrate();
    }

    private static FluentConfiguration flyway(Access access, String module) {
        return Flyway.configure()
                .dataSource(access.url(), access.owner(), access.ownerPassword())
                .schemas(module)
                .defaultSchema(module)
                .table("migration")
                .locations("classpath:db/migration/" + module);
    }

    /// Whether this version of the program has a migration.
    static boolean knows(String module, String version) {
        try {
            return MODULES.contains(module)
                    && new PathMatchingResourcePatternResolver()
                                    .getResources("classpath*:db/migration/%s/V%s__*.sql".formatted(module, version))
                                    .length
                            > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void guardFromOutsiders(Access access) {
        try (var script = Database.class.getResourceAsStream("/db/assigned_only.sql");
                var connection = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword())) {
            execute(connection, new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("outsiders cannot be kept out: " + e.getSQLState(), e);
        }
    }
}
