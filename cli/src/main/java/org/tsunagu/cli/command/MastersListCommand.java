package org.tsunagu.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tsunagu.claimsformat.master.MasterStore;
import org.tsunagu.cli.masters.MasterLines;
import org.tsunagu.cli.masters.MastersFolder;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `masters list`: the editions in the store (マスターの一覧).
@Command(name = "list", sortOptions = false)
final class MastersListCommand implements Callable<Integer> {

    private final Words words;
    private final Screen screen;

    @Option(names = "--masters", paramLabel = "STORE")
    Optional<Path> masters = Optional.empty();

    @Mixin
    CommonOptions common = new CommonOptions();

    MastersListCommand(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        var folder = MastersFolder.of(masters);
        var lines = new MasterLines(words, screen);
        lines.list(MasterStore.open(folder, lines::problem).editions(), folder.toString());
        return lines.hasErrors() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }
}
