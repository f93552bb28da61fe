package org.tsunagu.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.tsunagu.synthetic.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The commands of the application (コマンド).
@Command(name = "tsunagu", mixinStandardHelpOptions = true)
final class StartCommands implements Runnable {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "serve, demo, verify-audit, backup, restore, areas");
    }

    /// Where the data lie and which database holds them.
    static final class Place {
        @Option(names = "--data", paramLabel = "DIR")
        Path data = Start.home().resolve("data");

        @Option(names = "--database", paramLabel = "JDBC-URL")
        Optional<String> database = Optional.empty();

        @Option(names = "--masters", paramLabel = "DIR")
        Optional<Path> masters = Optional.empty();

        @Option(names = "--address", paramLabel = "ADDRESS")
        String address = "127.0.0.1";

        @Option(names = "--port", paramLabel = "N")
        int port = 8080;

        @Option(
                names = {"-h", "--help"},
                usageHelp = true)
        boolean isHelp;

        Server.Settings settings(boolean hasPages) {
            // The commands that load masters have the same option.
            masters.ifPresent(dir ->
                    System.setProperty("tsunagu.masters", dir.toAbsolutePath().toString()));
            return new Server.Settings(data, database, address, port, hasPages);
        }
    }

    private static void waitForTheEnd(Server server) {
        var end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            end.countDown();
        }));
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String say(ResourceBundle words, String key, Object... arguments) {
        return String.format(Locale.ROOT, words.getString(key), arguments);
    }

    /// Starts the server.
    @Command(name = "serve", sortOptions = false)
    static final class Serve implements Callable<Integer> {
        private final ResourceBundle words;
        private final PrintStream out;

        @Mixin
        Place place = new Place();

        @Option(names = "--insurer", paramLabel = "NUMBER")
        Optional<String> insurer = Optional.empty();

        @Option(names = "--insurer-name", paramLabel = "NAME")
        String insurerName = "";

        Serve(ResourceBundle words, PrintStream out) {
            this.words = words;
            this.out = out;
        }

        @Override
        public Integer call() {
            out.println(words.getString("starting"));
            var server = Server.start(place.settings(true));
            insurer.ifPresent(number -> FirstUser.make(server.context(), number, insurerName)
                    .ifPresent(password -> out.println(say(words, "first_user", FirstUser.LOGIN, password))));
            out.println(say(words, "ready", server.url()));
            waitForTheEnd(server);
            return 0;
        }
    }

    /// Starts the server with an invented insurer.
    @Command(name = "demo", sortOptions = false)
    static final class Demo implements Callable<Integer> {
        private final ResourceBundle words;
        private final PrintStream out;

        @Mixin
        Place place = new Place();

        @Option(names = "--members", paramLabel = "N")
        int members = Options.standard(Path.of("")).members();

        @Option(names = "--years", paramLabel = "N")
        int years = 7;

        Demo(ResourceBundle words, PrintStream out) {
            this.words = words;
            this.out = out;
            place.data = Start.home().resolve("demo").resolve("office");
        }

        @Override
        public Integer call() {
            out.println(words.getString("starting"));
            var server = Server.start(place.settings(true));
            var demo = new DemoInsurer(server.context(), new Secrets(place.data), place.data.resolveSibling("files"));
            var password = demo.users();
            out.println(say(words, "ready", server.url()));
            out.println(words.getString("demo.users"));
            DemoInsurer.USERS.forEach(user -> out.println(
                    "  %-10s %s  %s".formatted(user.login(), password, words.getString("role." + user.role()))));
            demo.fill(members, years, (key, count) -> out.println(say(words, "demo." + key, count)));
            demo.members((key, count) -> out.println(say(words, "demo." + key, count))).stream()
                    .limit(1)
                    .forEach(login -> out.println(say(words, "demo.member", server.url(), login, password)));
            waitForTheEnd(server);
            return 0;
        }
    }

    /// Says whether the ledgers of looks are whole.
    @Command(name = "verify-audit", sortOptions = false)
    static final class VerifyAudit implements Callable<Integer> {
        private final ResourceBundle words;
        private final PrintStream out;

        @Mixin
        Place place = new Place();

        VerifyAudit(ResourceBundle words, PrintStream out) {
            this.words = words;
            this.out = out;
        }

        @Override
        public Integer call() {
            try (var installation = Installation.migrated(place.settings(false))) {
                return new Ledgers(words, out).areWhole(installation.access()) ? 0 : 1;
            }
        }
    }
}
