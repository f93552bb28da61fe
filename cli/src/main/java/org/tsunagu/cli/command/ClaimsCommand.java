package org.tsunagu.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
        return new ClaimsJob(words, screen, isQuiet).run(paths, out);
    }
}
