package org.tsunagu.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tsunagu.claimsformat.master.MasterLoader;
import org.tsunagu.claimsformat.master.MasterStore;
import org.tsunagu.cli.masters.MasterLines;
import org.tsunagu.cli.masters.MastersFolder;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `masters load`: official files of a folder into the store (マスターの読み込み).
@Command(name = "load", sortOptions = false)
final class MastersLoadCommand implements Callable<Integer> {

    private final Words words;
    private final Screen screen;

    @Parameters(paramLabel = "DIR", descriptionKey = "official")
    Path official = Path.of("");

    @Option(names = "--masters", paramLabel = "STORE")
    Optional<Path> masters = Optional.empty();

    @Mixin
    CommonOptions common = new CommonOptions();

    MastersLoadCommand(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        if (!Files.exists(official)) {
            throw new UnusableCall(words.text("error.read", "file", official.toString()));
        }
        var folder = MastersFolder.of(masters);
        var lines = new MasterLines(words, screen);
        var store = MasterStore.open(folder, lines::problem);
        var loaded = MasterLoader.load(official, store, lines::problem);
        lines.loaded(loaded, folder.toString());
        if (loaded.isEmpty()) {
            return ExitStatus.UNUSABLE;
        }
        return lines.hasErrors() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }
}
