package org.tsunagu.localdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the programs of the server (外部プログラムの実行). PostgreSQL refuses to run as the superuser of the machine: for that
/// account the programs run in a user namespace of their own, where they are nobody and the files are still theirs.
final class Commands {

    private static final long MOST_SECONDS = 120;

    private final List<String> before;

    Commands() {
        this.before = isSuperuser() ? List.of("unshare", "-U") : List.of();
    }

    /// What a program answered (結果).
    record Answer(int status, String said) {
        boolean isFine() {
            return status == 0;
        }
    }

    Answer run(Path program, List<String> arguments) {
        var command = new ArrayList<>(before);
        command.add(program.toString());
        command.addAll(arguments);
        try {
            // A file, not a pipe: a server that stays would hold a pipe open for ever.
            var said = Files.createTempFile("tsunagu-postgres", ".txt");
            try {
                return run(command, said);
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            throw new DatabaseFailed("cannot run " + program.getFileName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailed("interrupted while running " + program.getFileName(), e);
        }
    }

    private static Answer run(List<String> command, Path said) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("TZ", "UTC");
        var process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no answer within %d seconds".formatted(MOST_SECONDS));
        }
        return new Answer(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }

    private static boolean isSuperuser() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return System.getProperty("user.name").equals("root");
        }
    }
}
