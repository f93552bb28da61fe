package org.tsunagu.localdb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// A PostgreSQL server of our own on this machine (内蔵サーバー). It listens on the loopback address only, asks for a
/// password, flushes to the disk and keeps checksums. A server that is still running in the folder, because the last
/// program was killed, is taken over.
public final class LocalServer implements AutoCloseable {

    /// The superuser of the server.
    public static final String ADMINISTRATOR = "tsunagu_admin";

    private static final int STARTS = 20;
    private static final int LOOKS = 480;
    private static final long PAUSE_MILLISECONDS = 250;

    private static final String FRESH = "fresh";

    private final Path data;
    private final Path log;
    private final Binaries binaries;
    private final Commands commands = new Commands();
    private final String password;
    private int port;
    private volatile boolean isEnded;

    private LocalServer(Path folder, String password) {
        this.data = folder.resolve("data");
        this.log = folder.resolve("postgres.log");
        this.password = password;
        this.binaries = Binaries.in(folder.resolve("programs"));
    }

    /// Starts the server of a folder, making it first when there is none.
    ///
    /// @param folder for programs, data and log; made when missing
    /// @param password of the administrator; the one the folder was made with
    /// @throws DatabaseFailed when it cannot be started; the message says what the server said
    public static LocalServer start(Path folder, String password) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DatabaseFailed("cannot make " + folder, e);
        }
        var server = new LocalServer(folder.toAbsolutePath(), password);
        server.make();
        server.run();
        return server;
    }

    /// The server of a folder when it is running already; it is not to be closed by who only looked in.
    ///
    /// @param password of the administrator
    public static Optional<LocalServer> running(Path folder, String password) {
        var server = new LocalServer(folder.toAbsolutePath(), password);
        return server.attach() ? Optional.of(server) : Optional.empty();
    }

    /// Starts the server again at the same address when it has died; one that was ended on purpose stays ended.
    ///
    /// @return whether it had died and is up again
    public boolean keepUp() {
        return !isEnded && !isAlive() && start(port);
    }

    /// Starts a server that was ended again, at the same address.
    public void resume() {
        isEnded = false;
        if (!start(port)) {
            throw new DatabaseFailed("PostgreSQL does not start; see " + log);
        }
    }

    private boolean isAlive() {
        return PidFile.of(data).filter(PidFile::isAlive).isPresent();
    }

    /// Where it listens.
    public int port() {
        return port;
    }

    /// The address of a database on it, for JDBC.
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /// The password of the administrator.
    public String password() {
        return password;
    }

    private void make() {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        // Made beside and renamed: a folder that was interrupted is never taken for a whole one. Under a name of its
        // own:
        // the initdb of a killed program may still be writing into the last one.
        try {
            Trees.deleteBeside(data, FRESH);
            var fresh = Files.createTempDirectory(data.getParent(), FRESH);
            var file = Files.createTempFile(
                    data.getParent(),
                    FRESH,
                    ".txt",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(file, password);
                require(commands.run(
                        binaries.program("initdb"),
                        List.of(
                                "-D",
                                fresh.toString(),
                                "-U",
                                ADMINISTRATOR,
                                "-A",
                                "scram-sha-256",
                                "--pwfile=" + file,
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=icu",
                                "--icu-locale=ja",
                                "--data-checksums")));
            } finally {
                Files.deleteIfExists(file);
            }
            Files.move(fresh, data);
        } catch (IOException e) {
            throw new DatabaseFailed("cannot make the database in " + data, e);
        }
    }

    private void run() {
        var starts = 0;
        for (var looks = 0; looks < LOOKS && starts < STARTS; looks++) {
            if (attach()) {
                return;
            }
            // One that is there and not yet ready is going over its log after a hard end.
            if (!isAlive()) {
                starts++;
                if (start(freePort())) {
                    return;
                }
            }
            pause();
        }
        throw new DatabaseFailed("PostgreSQL does not start; see " + log);
    }

    /// Whether a running server was found.
    private boolean attach() {
        var found = PidFile.of(data).filter(file -> file.isReady() && isRunning() && file.answers());
        found.ifPresent(file -> port = file.port());
        return found.isPresent();
    }

    private boolean start(int at) {
        PidFile.removeStale(data);
        port = at;
        var options = String.join(
                " ",
                List.of(
                        "-p " + at,
                        "-c listen_addresses=127.0.0.1",
                        "-c unix_socket_directories=",
                        "-c shared_buffers=256MB",
                        "-c max_wal_size=2GB",
                        "-c max_connections=60",
                        "-c jit=off",
                        "-c autovacuum_naptime=15s",
                        "-c timezone=Asia/Tokyo"));
        return commands.run(
                        binaries.program("pg_ctl"),
                        List.of("-D", data.toString(), "-l", log.toString(), "-w", "-t", "60", "-o", options, "start"))
                .isFine();
    }

    private boolean isRunning() {
        return commands.run(binaries.program("pg_ctl"), List.of("-D", data.toString(), "status"))
                .isFine();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseFailed("no free port", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailed("interrupted while PostgreSQL starts", e);
        }
    }

    private static void require(Commands.Answer answer) {
        if (!answer.isFine()) {
            throw new DatabaseFailed(answer.said());
        }
    }

    /// Ends the server: those connected are sent away, what they committed is kept.
    @Override
    public void close() {
        isEnded = true;
        commands.run(binaries.program("pg_ctl"), List.of("-D", data.toString(), "-m", "fast", "-w", "stop"));
    }
}
