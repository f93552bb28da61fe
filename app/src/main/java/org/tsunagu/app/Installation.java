package org.tsunagu.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.tsunagu.localdb.LocalServer;

/// The database of an installation (インストール): the embedded one, started or only looked into, or one of the user's own.
///
/// @param local the embedded server; empty when the user has one of their own
/// @param hold on the folder of the data; empty when a running server has it, whose database is then left alone
record Installation(Database.Access access, Optional<LocalServer> local, Optional<DataFolder> hold)
        implements AutoCloseable {

    private static final int SECRET = 40;

    /// The folder is in use by a running server.
    static final class InUse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InUse() {
            super("another program is running on this data folder");
        }
    }

    /// Takes an installation for oneself, with its roles and its database made.
    ///
    /// @throws InUse when a server is running on it
    static Installation own(Server.Settings settings) {
        var hold = DataFolder.hold(settings.data()).orElseThrow(InUse::new);
        try {
            DataFolder.clear(settings.data());
            return prepared(settings, hold);
        } catch (RuntimeException e) {
            hold.close();
            throw e;
        }
    }

    /// Takes an installation for oneself, or looks into that of a running server.
    static Installation ownOrVisit(Server.Settings settings) {
        var hold = DataFolder.hold(settings.data());
        if (hold.isPresent()) {
            return prepared(settings, hold.get());
        }
        var local = settings.database().isPresent()
                ? Optional.<LocalServer>empty()
                : Optional.of(LocalServer.running(settings.data().resolve("postgresql"), admin(settings))
                        .orElseThrow(InUse::new));
        return new Installation(access(settings, local), local, Optional.empty());
    }

    /// The same with tables as this program needs them; a running server has seen to that.
    static Installation migrated(Server.Settings settings) {
        var installation = ownOrVisit(settings);
        try {
            if (installation.hold().isPresent()) {
                Database.migrate(installation.access());
            }
            return installation;
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    private static Installation prepared(Server.Settings settings, DataFolder hold) {
        var local = settings.database().isPresent()
                ? Optional.<LocalServer>empty()
                : Optional.of(LocalServer.start(settings.data().resolve("postgresql"), admin(settings)));
        try {
            var access = access(settings, local);
            if (local.isPresent()) {
                var server = local.get();
                Database.prepare(server.url("postgres"), LocalServer.ADMINISTRATOR, server.password(), access);
            } else {
                Database.prepareForeign(access);
            }
            return new Installation(access, local, Optional.of(hold));
        } catch (RuntimeException e) {
            local.ifPresent(LocalServer::close);
            throw e;
        }
    }

    private static String admin(Server.Settings settings) {
        return new Secrets(settings.data()).password("database-admin", SECRET);
    }

    private static Database.Access access(Server.Settings settings, Optional<LocalServer> local) {
        var secrets = new Secrets(settings.data());
        var application = secrets.password("database-app", SECRET);
        if (local.isPresent()) {
            return new Database.Access(
                    local.get().url("tsunagu"),
                    Database.OWNER,
                    secrets.password("database-owner", SECRET),
                    application);
        }
        var environment = System.getenv();
        return new Database.Access(
                settings.database().orElseThrow(),
                environment.getOrDefault("TSUNAGU_DATABASE_USER", Database.OWNER),
                environment.getOrDefault("TSUNAGU_DATABASE_PASSWORD", ""),
                application);
    }

    /// A connection of whoever may read and write every table: the administrator of the embedded server, else the
    /// owner.
    Connection everything() throws SQLException {
        return local.isPresent()
                ? DriverManager.getConnection(
                        access.url(), LocalServer.ADMINISTRATOR, local.get().password())
                : DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
    }

    /// Ends the embedded server, unless it is another program's.
    @Override
    public void close() {
        hold.ifPresent(own -> {
            local.ifPresent(LocalServer::close);
            own.close();
        });
    }
}
