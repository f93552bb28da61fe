package org.tsunagu.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tsunagu.cli.text.Screen;

/// A call of the command line in a test: its exit status and what it said.
public record Cli(int status, String out, String err) {

    public static Cli run(Object... arguments) {
        return in(Map.of(), arguments);
    }

    public static Cli in(Map<String, String> environment, Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), false);
        var status = Tsunagu.run(words(arguments), environment, screen);
        return new Cli(status, out.toString(), err.toString());
    }

    private static List<String> words(Object... arguments) {
        return Stream.of(arguments)
                .map(argument -> argument instanceof Path path ? path.toString() : String.valueOf(argument))
                .toList();
    }
}
