package org.tsunagu.cli.command;

import java.util.concurrent.Callable;
import org.tsunagu.cli.text.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Commands that the launcher carries out itself and that only stand here for the help (ランチャーのコマンド).
sealed class LauncherCommand implements Callable<Integer> {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final Words words;

    private LauncherCommand(Words words) {
        this.words = words;
    }

    @Override
    public Integer call() {
        throw new UnusableCall(words.text("launcher.only", "command", spec.name()));
    }

    /// Runs the tests.
    @Command(name = "test")
    static final class Test extends LauncherCommand {
        Test(Words words) {
            super(words);
        }
    }

    /// Runs the measurements.
    @Command(name = "bench")
    static final class Bench extends LauncherCommand {
        Bench(Words words) {
            super(words);
        }
    }
}
