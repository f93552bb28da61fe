package org.tsunagu.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// The commands of the application (アプリケーションの起動): `serve`, `demo`, `verify-audit`, `backup`, `restore`,
/// `areas`.
public final class Start {

    private Start() {}

    static void main(String[] arguments) {
        quietUntilSpring();
        System.exit(run(arguments, System.getenv()));
    }

    /// The migrations run before the application has set up its log.
    private static void quietUntilSpring() {
        if (LoggerFactory.getLogger("org.flywaydb") instanceof Logger logger) {
            logger.setLevel(Level.WARN);
        }
    }

    private static int run(String[] arguments, Map<String, String> environment) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var words = words(environment);
        var line = new CommandLine(new StartCommands())
                .addSubcommand(new StartCommands.Serve(words, out))
                .addSubcommand(new StartCommands.Demo(words, out))
                .addSubcommand(new StartCommands.VerifyAudit(words, out))
                .addSubcommand(new BackupCommand(words, out))
                .addSubcommand(new RestoreCommand(words, out))
                .addSubcommand(new CommandLine(new AreasCommand()).addSubcommand(new AreasCommand.Load(words, out)));
        line.setResourceBundle(words);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof Installation.InUse) {
                out.println(words.getString("in_use"));
                return 2;
            }
            if (failure instanceof Database.TooOld old) {
                out.println(words.getString("too_old").formatted(old.versions()));
                return 2;
            }
            throw failure;
        });
        return line.execute(arguments);
    }

    private static ResourceBundle words(Map<String, String> environment) {
        var language = environment.getOrDefault(
                "LC_ALL", environment.getOrDefault("LC_MESSAGES", environment.getOrDefault("LANG", "")));
        return ResourceBundle.getBundle(
                "messages.start",
                language.startsWith("en") ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// Folder of the sources, or of wherever the launcher is.
    static Path home() {
        return Path.of(System.getProperty("tsunagu.home", ""));
    }
}
