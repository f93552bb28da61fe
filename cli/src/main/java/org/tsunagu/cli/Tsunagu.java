package org.tsunagu.cli;

import java.util.List;
import java.util.Map;
import org.tsunagu.cli.command.CommandTree;
import org.tsunagu.cli.command.Failures;
import org.tsunagu.cli.text.Language;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;

/// The command line of Tsunagu (繋ぐ).
public final class Tsunagu {

    private static final int UNUSABLE = 2;

    private Tsunagu() {}

    static void main(String[] arguments) {
        var screen = Screen.standard();
        var language = Language.of(List.of(arguments), System.getenv());
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            screen.err().println(Failures.message(failure, new Words(language)));
            screen.err().flush();
            // Not exit: memory may be exhausted, and nothing is left to be done in order.
            Runtime.getRuntime().halt(UNUSABLE);
        });
        System.exit(run(List.of(arguments), System.getenv(), screen));
    }

    /// Carries out a call.
    ///
    /// @return the exit status
    public static int run(List<String> arguments, Map<String, String> environment, Screen screen) {
        var words = new Words(Language.of(arguments, environment));
        var called = arguments.isEmpty() ? "" : arguments.getFirst();
        return CommandTree.of(words, screen, environment.containsKey("TSUNAGU_DEBUG"), called)
                .execute(arguments.toArray(String[]::new));
    }
}
