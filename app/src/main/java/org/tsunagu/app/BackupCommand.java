package org.tsunagu.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.ResourceBundle;
import org.tsunagu.app.backup.BackupRefused;
import org.tsunagu.app.backup.Taking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes everything of an installation into one file (バックアップ), also while its server runs.
@Command(name = "backup", sortOptions = false)
final class BackupCommand extends BackupFileCommand {

    @Option(names = "--encrypt")
    boolean isEncrypted;

    BackupCommand(ResourceBundle words, PrintStream out) {
        super(words, out);
    }

    @Override
    Path target() {
        return file;
    }

    @Override
    int run() throws IOException, SQLException {
        var key = isEncrypted ? passphrase.read() : Optional.<char[]>empty();
        if (isEncrypted && key.isEmpty()) {
            throw new BackupRefused("passphrase.needed", "");
        }
        try (var installation = Installation.ownOrVisit(place.settings(false));
                var connection = installation.everything()) {
            var now = OffsetDateTime.now(Clock.systemUTC()).toString();
            var manifest = new Taking(connection, place.data, this::progress).into(file, key, now);
            manifest.damaged().forEach(name -> say("backup.original", name));
            say("backup.done", file);
            return manifest.damaged().isEmpty() ? 0 : 1;
        }
    }
}
