package org.tsunagu.cli.command;

import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import picocli.CommandLine;

/// All commands put together in one language (コマンドの組み立て).
public final class CommandTree {

    private static final int WIDTH = 100;

    private CommandTree() {}

    /// The command line.
    ///
    /// @param isDebugging whether stack traces are shown
    public static CommandLine of(Words words, Screen screen, boolean isDebugging) {
        var line = new CommandLine(new TsunaguCommand());
        LauncherCommand.SERVER.forEach(name -> line.addSubcommand(name, new LauncherCommand(words)));
        line.addSubcommand(new CheckCommand(words, screen))
                .addSubcommand(new JudgeCommand(words, screen))
                .addSubcommand(new EligibleCommand(words, screen))
                .addSubcommand(new PlanCommand(words, screen))
                .addSubcommand(new PointsCommand(words, screen))
                .addSubcommand(new CountCommand(words, screen))
                .addSubcommand(new ExplainCommand(words, screen))
                .addSubcommand(new LinkCommand(words, screen))
                .addSubcommand(new SynthesizeCommand(words, screen))
                .addSubcommand(new RealismCommand(words, screen));
        LauncherCommand.SOURCES.forEach(name -> line.addSubcommand(name, new LauncherCommand(words)));
        line.setResourceBundle(words.bundle());
        line.getCommandSpec().version(words.text("version", "version", version()));
        return line.setOut(screen.out())
                .setErr(screen.err())
                .setUsageHelpWidth(WIDTH)
                .setParameterExceptionHandler(new CallErrors(words))
                .setExecutionExceptionHandler(new Failures(words, isDebugging));
    }

    private static String version() {
        var version = CommandTree.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0" : version;
    }
}
