package org.tsunagu.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tsunagu.cli.masters.MastersFolder;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `claims`: electronic claims as claimed and as decided (レセプトの読み取り).
@Command(name = "claims", sortOptions = false)
final class ClaimsCommand implements Callable<Integer> {

    private final Words words;
    private final Screen screen;

    @Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "path")
    List<Path> paths = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR")
    Path out = Path.of("");

    @Option(names = "--masters", paramLabel = "STORE")
    Optional<Path> masters = Optional.empty();

    @Option(names = "--members", paramLabel = "N")
    Optional<Long> members = Optional.empty();

    @Option(names = {"-q", "--quiet"})
    boolean isQuiet;

    @Mixin
    CommonOptions common = new CommonOptions();

    ClaimsCommand(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        if (members.filter(people -> people < 1).isPresent()) {
            throw new UnusableCall(
                    words.text("error.value", "name", "--members", "value", String.valueOf(members.get())));
        }
        return new ClaimsJob(words, screen, isQuiet, MastersFolder.of(masters), members).run(paths, out);
    }
}
