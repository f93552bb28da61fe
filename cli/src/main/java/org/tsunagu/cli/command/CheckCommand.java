package org.tsunagu.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tsunagu.checkupformat.archive.SchemaGate;
import org.tsunagu.cli.check.CheckRequest;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `check`: from checkup archives to judged, explained people (点検).
@Command(name = "check", sortOptions = false)
final class CheckCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 256;

    private final Words words;
    private final Screen screen;

    @Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "path")
    List<Path> paths = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR")
    Path out = Path.of("");

    @Option(names = "--schemas", paramLabel = "DIR")
    Optional<Path> schemas = Optional.empty();

    @Option(names = "--threads", paramLabel = "N")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--excel")
    boolean withWorkbook;

    @Option(names = "--columns", paramLabel = "MAP")
    Optional<String> columns = Optional.empty();

    @Option(names = "--received", paramLabel = "YYYY-MM-DD")
    Optional<LocalDate> received = Optional.empty();

    @Option(names = {"-q", "--quiet"})
    boolean isQuiet;

    @Mixin
    CommonOptions common = new CommonOptions();

    CheckCommand(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new UnusableCall(words.text("error.value", "name", "--threads", "value", String.valueOf(threads)));
        }
        var request = new CheckRequest(
                paths,
                schemas.map(this::gate),
                columns.map(name -> new ColumnMaps(words, screen).find(name)),
                received.orElseGet(LocalDate::now),
                threads,
                words.language());
        return CheckJob.status(new CheckJob(words, screen, withWorkbook, isQuiet).run(request, out));
    }

    private SchemaGate gate(Path folder) {
        return Optional.of(folder)
                .filter(Files::isDirectory)
                .map(SchemaGate::open)
                .filter(gate -> !gate.isEmpty())
                .orElseThrow(() -> new UnusableCall(words.text("check.schemas.none", "folder", folder.toString())));
    }
}
