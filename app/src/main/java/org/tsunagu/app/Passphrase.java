package org.tsunagu.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tsunagu.app.backup.BackupRefused;
import picocli.CommandLine.Option;

/// Where the passphrase of a backup comes from (バックアップのパスフレーズ): a file or the environment, never the command line,
/// which every account of the machine can read.
final class Passphrase {

    static final String VARIABLE = "TSUNAGU_BACKUP_PASSPHRASE";

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    Optional<Path> file = Optional.empty();

    /// The passphrase, if there is one; the line end after it does not count.
    ///
    /// @throws BackupRefused if the file cannot be read
    Optional<char[]> read() {
        var given = file.map(Passphrase::of).or(() -> Optional.ofNullable(System.getenv(VARIABLE)));
        return given.filter(text -> !text.isEmpty()).map(String::toCharArray);
    }

    private static String of(Path file) {
        if (!Files.isReadable(file)) {
            throw new BackupRefused("missing", file.toString());
        }
        try {
            return Files.readString(file).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
