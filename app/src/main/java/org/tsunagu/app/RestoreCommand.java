package org.tsunagu.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.tsunagu.app.backup.BackupFile;
import org.tsunagu.app.backup.BackupRefused;
import org.tsunagu.app.backup.Manifest;
import org.tsunagu.app.backup.Manifest.Migration;
import org.tsunagu.app.backup.Restoring;
import picocli.CommandLine.Command;

/// Puts a backup into an empty installation (復元): checked to its end before anything is written.
@Command(name = "restore", sortOptions = false)
final class RestoreCommand extends BackupFileCommand {

    RestoreCommand(ResourceBundle words, PrintStream out) {
        super(words, out);
    }

    @Override
    Path target() {
        return place.data;
    }

    @Override
    int run() throws IOException, SQLException {
        var backup = BackupFile.of(file, passphrase::read);
        var manifest = backup.check(this::progress);
        requireKnown(manifest);
        return restore(backup, manifest);
    }

    private static void requireKnown(Manifest manifest) {
        for (var migration : manifest.migrations()) {
            if (!Database.knows(migration.module(), migration.version())) {
                throw new BackupRefused("newer", migration.module() + " " + migration.version());
            }
        }
    }

    private int restore(BackupFile backup, Manifest manifest) throws IOException, SQLException {
        try (var installation = Installation.own(place.settings(false))) {
            try (var connection = installation.everything()) {
                Restoring.requireEmpty(connection, place.data);
            }
            // The order of the manifest is that in which they ran.
            var last = manifest.migrations().stream()
                    .collect(Collectors.toMap(Migration::module, Migration::version, (before, after) -> after));
            Database.remake(installation.access(), last);
            try (var connection = installation.everything()) {
                new Restoring(connection, place.data, manifest, this::progress).from(backup);
            }
            Database.migrate(installation.access());
            var isWhole = ledgers().areWhole(installation.access());
            say(isWhole ? "restore.done" : "restore.broken");
            return isWhole && manifest.damaged().isEmpty() ? 0 : 1;
        }
    }
}
