package org.tsunagu.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.tsunagu.app.StartCommands.Place;
import org.tsunagu.app.access.Outage;
import org.tsunagu.app.backup.BackupRefused;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What the commands with the file of a backup have in common (バックアップのファイルを扱うコマンド): where, which file, which
/// passphrase, and that what cannot be done is said in words.
abstract class BackupFileCommand implements Callable<Integer> {

    private final ResourceBundle words;
    private final PrintStream out;

    @Mixin
    Place place = new Place();

    @Mixin
    Passphrase passphrase = new Passphrase();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    BackupFileCommand(ResourceBundle words, PrintStream out) {
        this.words = words;
        this.out = out;
    }

    /// Does it.
    ///
    /// @return the exit status
    /// @throws BackupRefused if it cannot be done, with the reason
    abstract int run() throws IOException, SQLException;

    /// Where it writes, to be named when that fails.
    abstract Path target();

    @Override
    public final Integer call() throws SQLException {
        try {
            return run();
        } catch (BackupRefused e) {
            return refused(e);
        } catch (IOException e) {
            return refused(new BackupRefused(Outage.isDiskFull(e) ? "disk_full" : "unwritable", target().toString()));
        }
    }

    private int refused(BackupRefused refusal) {
        say("backup.refused." + refusal.key(), refusal.argument());
        return 2;
    }

    final void progress(String what, long count) {
        var key = "backup.progress." + what;
        say(words.containsKey(key) ? key : "backup.progress.table", count, what);
    }

    final void say(String key, Object... arguments) {
        out.println(String.format(Locale.ROOT, words.getString(key), arguments));
    }

    final Ledgers ledgers() {
        return new Ledgers(words, out);
    }
}
