package org.tsunagu.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.tsunagu.app.StartCommands.Place;
import org.tsunagu.app.access.Outage;
import org.tsunagu.app.backup.BackupFile;
import org.tsunagu.app.backup.BackupRefused;
import org.tsunagu.app.backup.Manifest;
import org.tsunagu.app.backup.Manifest.Migration;
import org.tsunagu.app.backup.Restoring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Puts a backup into an empty installation (復元): checked to its end before anything is written.
@Command(name = "restore", sortOptions = false)
final class RestoreCommand implements Callable<Integer> {

    private final ResourceBundle words;
    private final PrintStream out;

    @Mixin
    Place place = new Place();

    @Mixin
    Passphrase passphrase = new Passphrase();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    RestoreCommand(ResourceBundle words, PrintStream out) {
        this.words = words;
        this.out = out;
    }

    @Override
    public Integer call() throws SQLException {
        ObjLongConsumer<String> said = (what, count) -> BackupCommand.progress(words, out, what, count);
        try {
            var backup = BackupFile.of(file, passphrase::read);
            var manifest = backup.check(said);
            requireKnown(manifest);
            return restore(backup, manifest, said);
        } catch (BackupRefused e) {
            return BackupCommand.say(words, out, e);
        } catch (IOException e) {
            return BackupCommand.say(
                    words,
                    out,
                    new BackupRefused(Outage.isDiskFull(e) ? "disk_full" : "unwritable", place.data.toString()));
        }
    }

    private static void requireKnown(Manifest manifest) {
        for (var migration : manifest.migrations()) {
            if (!Database.knows(migration.module(), migration.version())) {
                throw new BackupRefused("newer", migration.module() + " " + migration.version());
            }
        }
    }

    private int restore(BackupFile backup, Manifest manifest, ObjLongConsumer<String> said)
            throws IOException, SQLException {
        try (var installation = Installation.own(place.settings(false))) {
            try (var connection = installation.everything()) {
                Restoring.requireEmpty(connection, place.data);
            }
            // The order of the manifest is that in which they ran.
            var last = manifest.migrations().stream()
                    .collect(Collectors.toMap(Migration::module, Migration::version, (before, after) -> after));
            Database.remake(installation.access(), last);
            try (var connection = installation.everything()) {
                new Restoring(connection, place.data, manifest, said).from(backup);
            }
            Database.migrate(installation.access());
            var isWhole = new Ledgers(words, out).areWhole(installation.access());
            out.println(words.getString(isWhole ? "restore.done" : "restore.broken"));
            return isWhole && manifest.damaged().isEmpty() ? 0 : 1;
        }
    }
}
