package org.tsunagu.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `masters`: the official code masters of claims (マスター), with the commands `load` and `list`.
@Command(name = "masters", sortOptions = false, synopsisSubcommandLabel = "COMMAND")
final class MastersCommand implements Callable<Integer> {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitStatus.UNUSABLE;
    }
}
