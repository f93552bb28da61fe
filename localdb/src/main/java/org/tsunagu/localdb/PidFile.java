package org.tsunagu.localdb;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a running server wrote about itself (実行中サーバーの記録): its process, its port and whether it takes connections.
record PidFile(long process, int port, String status) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;
    private static final int MOST_MILLISECONDS = 2000;
    private static final int SSL_REQUEST = 80_877_103;

    static Optional<PidFile> of(Path data) {
        try {
            var lines = Files.readAllLines(path(data));
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            return Optional.of(new PidFile(
                    number(lines, 0),
                    Math.toIntExact(number(lines, PORT_LINE)),
                    lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : ""));
        } catch (IOException | NumberFormatException notThere) {
            return Optional.empty();
        }
    }

    private static Path path(Path data) {
        return data.resolve("postmaster.pid");
    }

    private static long number(List<String> lines, int line) {
        return Long.parseLong(lines.get(line).strip());
    }

    /// After a restart of the machine, or of a container, the number may be that of some other program; PostgreSQL
    /// would
    /// take that one for itself and not start.
    static void removeStale(Path data) {
        var isOther = of(data).flatMap(file -> ProcessHandle.of(file.process()))
                .flatMap(handle -> handle.info().command())
                .filter(command -> !command.contains("postgres"))
                .isPresent();
        if (isOther) {
            try {
                Files.deleteIfExists(path(data));
            } catch (IOException e) {
                throw new DatabaseFailed("cannot delete " + path(data), e);
            }
        }
    }

    boolean isReady() {
        return status.equals("ready");
    }

    boolean isAlive() {
        return ProcessHandle.of(process)
                .filter(handle -> handle.info()
                        .command()
                        .map(command -> command.contains("postgres"))
                        .orElse(false))
                .isPresent();
    }

    /// Whether the server answers, which takes a process of its own for it: one that was killed looks alive, and its
    /// port
    /// open, until the system has cleared it away.
    boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MOST_MILLISECONDS);
            socket.setSoTimeout(MOST_MILLISECONDS);
            // The request for encryption, the one thing that is answered before anybody has said who they are.
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(Integer.BYTES * 2);
            out.writeInt(SSL_REQUEST);
            out.flush();
            return socket.getInputStream().read() >= 0;
        } catch (IOException refused) {
            return false;
        }
    }
}
