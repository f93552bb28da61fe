package org.tsunagu.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `realism`: how like the published figures an invented insurer is (再現性の確認).
@Command(name = "realism", sortOptions = false)
final class RealismCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of("id", "published", "synthetic", "difference", "tolerance");

    private final Words words;
    private final Screen screen;

    @Parameters(paramLabel = "DIR", descriptionKey = "folder")
    Path folder = Path.of("");

    @Mixin
    CommonOptions common = new CommonOptions();

    RealismCommand(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        var file = folder.resolve("realism.csv");
        try {
            var lines = Files.readAllLines(file);
            var heading = List.of(lines.getFirst().split(",", -1));
            screen.out().println(words.text("realism.heading"));
            for (var line : lines) {
                if (line.startsWith("figure,")) {
                    print(heading, List.of(line.split(",", -1)));
                }
            }
        } catch (IOException e) {
            throw new UnusableCall(words.text("error.read", "file", file.toString()));
        }
        screen.out()
                .println(words.text(
                        "realism.more", "file", folder.resolve("realism.html").toString()));
        screen.out().flush();
        return ExitStatus.CLEAN;
    }

    private void print(List<String> heading, List<String> cells) {
        var shown = COLUMNS.stream()
                .map(column -> cells.get(heading.indexOf(column)))
                .toList();
        screen.out()
                .println("%-32s %10s %10s %10s %10s"
                        .formatted(shown.get(0), shown.get(1), shown.get(2), shown.get(3), shown.get(4)));
    }
}
