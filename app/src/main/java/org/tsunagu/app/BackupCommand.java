package org.tsunagu.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.tsunagu.app.StartCommands.Place;
import org.tsunagu.app.access.Outage;
import org.tsunagu.app.backup.BackupRefused;
import org.tsunagu.app.backup.Taking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes everything of an installation into one file (バックアップ), also while its server runs.
@Command(name = "backup", sortOptions = false)
final class BackupCommand implements Callable<Integer> {

    private final ResourceBundle words;
    private final PrintStream out;

    @Mixin
    Place place = new Place();

    @Mixin
    Passphrase passphrase = new Passphrase();

    @Option(names = "--encrypt")
    boolean isEncrypted;

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    BackupCommand(ResourceBundle words, PrintStream out) {
        this.words = words;
        this.out = out;
    }

    @Override
    public Integer call() throws SQLException {
        try {
            var key = isEncrypted ? passphrase.read() : Optional.<char[]>empty();
            if (isEncrypted && key.isEmpty()) {
                throw new BackupRefused("passphrase.needed", "");
            }
            return take(key);
        } catch (BackupRefused e) {
            return say(words, out, e);
        } catch (IOException e) {
            return say(
                    words, out, new BackupRefused(Outage.isDiskFull(e) ? "disk_full" : "unwritable", file.toString()));
        }
    }

    private int take(Optional<char[]> key) throws IOException, SQLException {
        try (var installation = Installation.ownOrVisit(place.settings(false));
                var connection = installation.everything()) {
            var now = OffsetDateTime.now(Clock.systemUTC()).toString();
            var taking = new Taking(connection, place.data, (what, count) -> progress(words, out, what, count));
            var manifest = taking.into(file, key, now);
            manifest.damaged().forEach(name -> out.println(sentence(words, "backup.original", name)));
            out.println(sentence(words, "backup.done", file));
            return manifest.damaged().isEmpty() ? 0 : 1;
        }
    }

    static void progress(ResourceBundle words, PrintStream out, String what, long count) {
        var key = "backup.progress." + what;
        out.println(sentence(words, words.containsKey(key) ? key : "backup.progress.table", count, what));
    }

    /// Says why not.
    ///
    /// @return the exit status
    static int say(ResourceBundle words, PrintStream out, BackupRefused refusal) {
        out.println(sentence(words, "backup.refused." + refusal.key(), refusal.argument()));
        return 2;
    }

    private static String sentence(ResourceBundle words, String key, Object... arguments) {
        return String.format(Locale.ROOT, words.getString(key), arguments);
    }
}
