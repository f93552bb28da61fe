package org.tsunagu.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
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
    /// @param called first word of the call: when it names a command, only that one is put together, which saves a
    ///     third of the time to start
    public static CommandLine of(Words words, Screen screen, boolean isDebugging, String called) {
        var line = new CommandLine(new TsunaguCommand());
        var commands = commands(words, screen);
        var chosen = commands.get(called);
        if (chosen == null) {
            commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        } else {
            line.addSubcommand(called, chosen.get());
        }
        line.setResourceBundle(words.bundle());
        line.getCommandSpec().version(words.text("version", "version", version()));
        return line.setOut(screen.out())
                .setErr(screen.err())
                .setUsageHelpWidth(WIDTH)
                .setParameterExceptionHandler(new CallErrors(words))
                .setExecutionExceptionHandler(new Failures(words, isDebugging));
    }

    /// By name, in the order of the help.
    private static Map<String, Supplier<Object>> commands(Words words, Screen screen) {
        var commands = new LinkedHashMap<String, Supplier<Object>>();
        LauncherCommand.SERVER.forEach(name -> commands.put(name, () -> new LauncherCommand(words)));
        commands.put("check", () -> new CheckCommand(words, screen));
        commands.put("judge", () -> new JudgeCommand(words, screen));
        commands.put("eligible", () -> new EligibleCommand(words, screen));
        commands.put("plan", () -> new PlanCommand(words, screen));
        commands.put("points", () -> new PointsCommand(words, screen));
        commands.put("count", () -> new CountCommand(words, screen));
        commands.put("explain", () -> new ExplainCommand(words, screen));
        commands.put("link", () -> new LinkCommand(words, screen));
        commands.put("convert", () -> new ConvertCommand(words, screen));
        commands.put("claims", () -> new ClaimsCommand(words, screen));
        commands.put(
                "masters",
                () -> new CommandLine(new MastersCommand())
                        .addSubcommand(new MastersLoadCommand(words, screen))
                        .addSubcommand(new MastersListCommand(words, screen)));
        commands.put("synthesize", () -> new SynthesizeCommand(words, screen));
        commands.put("realism", () -> new RealismCommand(words, screen));
        LauncherCommand.SOURCES.forEach(name -> commands.put(name, () -> new LauncherCommand(words)));
        return commands;
    }

    private static String version() {
        var version = CommandTree.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0" : version;
    }
}
