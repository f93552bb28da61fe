package org.tsunagu.cli.command;

import java.util.stream.Collectors;
import org.tsunagu.cli.text.Words;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a call in the user's language (呼び出しの誤り).
final class CallErrors implements IParameterExceptionHandler {

    private final Words words;

    CallErrors(Words words) {
        this.words = words;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        var line = wrong.getCommandLine();
        var err = line.getErr();
        err.println(message(wrong));
        err.println(words.text("error.help", "command", line.getCommandSpec().qualifiedName()));
        err.flush();
        return ExitStatus.UNUSABLE;
    }

    private String message(ParameterException wrong) {
        return switch (wrong) {
            case MissingParameterException missing -> missing(missing);
            case UnmatchedArgumentException unknown -> unknown(unknown);
            default ->
                wrong.getArgSpec() == null || wrong.getValue() == null
                        ? words.text("error.call", "reason", String.valueOf(wrong.getMessage()))
                        : words.text("error.value", "name", name(wrong.getArgSpec()), "value", wrong.getValue());
        };
    }

    private String missing(MissingParameterException missing) {
        var names = missing.getMissing().stream().map(CallErrors::name).collect(Collectors.joining(" "));
        return words.text("error.missing", "names", names);
    }

    private String unknown(UnmatchedArgumentException unknown) {
        var message = words.text("error.unknown", "word", String.join(" ", unknown.getUnmatched()));
        var suggestions = unknown.getSuggestions();
        return suggestions.isEmpty()
                ? message
                : message + words.text("error.near", "words", String.join(" ", suggestions));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
