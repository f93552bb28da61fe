package org.tsunagu.localdb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
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

    private static final int TRIES = 20;
    private static final long PAUSE_MILLISECONDS = 250;
    private static final int PORT_LINE = 3;
    private static final int CONNECT_MILLISECONDS = 2000;

    private final Path data;
    private final Path log;
    private final Binaries binaries;
    private final Commands commands = new Commands();
    private final String password;
    private int port;

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
        // Made beside and renamed: a folder that was interrupted is never taken for a whole one.
        var fresh = data.resolveSibling("data.new");
        try {
            Trees.delete(fresh);
            var file = Files.createTempFile(
                    data.getParent(),
                    "pw",
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
        for (var i = 0; i < TRIES; i++) {
            var running = runningPort();
            if (running.isPresent() && isRunning() && answers(running.get())) {
                port = running.get();
                return;
            }
            if (start()) {
                return;
            }
            pause();
        }
        throw new DatabaseFailed("PostgreSQL does not start; see " + log);
    }

    private boolean start() {
        port = freePort();
        var options = String.join(
                " ",
                List.of(
                        "-p " + port,
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

    /// A server that was killed looks alive until the system has cleared it away.
    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLISECONDS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private Optional<Integer> runningPort() {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() > PORT_LINE
                    ? Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException notThere) {
            return Optional.empty();
        }
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
        commands.run(binaries.program("pg_ctl"), List.of("-D", data.toString(), "-m", "fast", "-w", "stop"));
    }
}
