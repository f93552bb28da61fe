package org.tsunagu.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.tsunagu.app.StartCommands.Place;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.analytics.areas.AreaMaps;
import org.tsunagu.app.analytics.areas.MapRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Maps of an insurer's areas (地図), also while its server runs.
@Command(name = "areas", mixinStandardHelpOptions = true)
final class AreasCommand implements Runnable {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "load");
    }

    /// Loads outlines from GeoJSON.
    @Command(name = "load", sortOptions = false)
    static final class Load implements Callable<Integer> {

        private final ResourceBundle words;
        private final PrintStream out;

        @Mixin
        Place place = new Place();

        @Parameters(paramLabel = "FILE")
        Path file = Path.of("");

        @Option(names = "--insurer", paramLabel = "NUMBER", required = true)
        String insurer = "";

        @Option(names = "--code", paramLabel = "PROPERTY")
        String code = "code";

        @Option(names = "--name", paramLabel = "PROPERTY")
        String name = "name";

        @Option(names = "--areas", paramLabel = "TSV")
        Optional<Path> areas = Optional.empty();

        Load(ResourceBundle words, PrintStream out) {
            this.words = words;
            this.out = out;
        }

        @Override
        public Integer call() {
            try (var installation = Installation.migrated(place.settings(false))) {
                return load(installation.access());
            } catch (MapRefused e) {
                return refused(e.key(), e.argument());
            } catch (IOException e) {
                return refused("unreadable", file.toString());
            }
        }

        private int load(Database.Access access) throws IOException, MapRefused {
            var source = new DriverManagerDataSource(access.url(), Database.APPLICATION, access.applicationPassword());
            var jdbc = JdbcClient.create(source);
            var known = new Insurers(jdbc).byNumber(insurer);
            if (known.isEmpty()) {
                return refused("insurer", insurer);
            }
            var maps = new AreaMaps(jdbc, new TenantTransactions(new JdbcTransactionManager(source), jdbc));
            var reading = new AreaMaps.Reading(String.valueOf(file.getFileName()), code, name, codes());
            try (var in = Files.newInputStream(file)) {
                var count = maps.load(known.get().id(), in, reading, OffsetDateTime.now(Clock.systemUTC()));
                say("areas.done", count, file);
            }
            return 0;
        }

        /// Area of the register, tab, code of the map.
        private Map<String, String> codes() throws IOException {
            var codes = new HashMap<String, String>();
            if (areas.isPresent()) {
                for (var line : Files.readAllLines(areas.get())) {
                    var cells = line.split("\t", -1);
                    if (cells.length > 1) {
                        codes.put(cells[0].strip(), cells[1].strip());
                    }
                }
            }
            return codes;
        }

        private int refused(String key, String argument) {
            say("areas.refused." + key, argument);
            return 2;
        }

        private void say(String key, Object... arguments) {
            out.println(String.format(Locale.ROOT, words.getString(key), arguments));
        }
    }
}
