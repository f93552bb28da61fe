package org.tsunagu.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.tsunagu.cli.text.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that the launcher carries out itself, or hands to the server, and that only stands here for the help
/// (ランチャーのコマンド).
@Command
final class LauncherCommand implements Callable<Integer> {

    /// Those of the server (`app`).
    static final List<String> SERVER = List.of("demo", "serve", "backup", "restore", "verify-audit");

    /// Those of the sources.
    static final List<String> SOURCES = List.of("test", "bench");

    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final Words words;

    LauncherCommand(Words words) {
        this.words = words;
    }

    @Override
    public Integer call() {
        throw new UnusableCall(words.text("launcher.only", "command", spec.name()));
    }
}
