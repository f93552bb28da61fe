package org.tsunagu.cli.command;

import java.util.stream.Stream;
import org.tsunagu.cli.output.OutputFailed;
import org.tsunagu.cli.text.Words;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Ends a command that failed with one line (実行時の失敗). What nobody foresaw gets a reference to where it
/// happened; no message of such an exception is shown, because it could hold somebody's data.
public final class Failures implements IExecutionExceptionHandler {

    private final Words words;
    private final boolean isDebugging;

    Failures(Words words, boolean isDebugging) {
        this.words = words;
        this.isDebugging = isDebugging;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult call) {
        line.getErr().println(message(failure, words));
        line.getErr().flush();
        if (isDebugging) {
            failure.printStackTrace(line.getErr());
        }
        return ExitStatus.UNUSABLE;
    }

    /// What to tell the user about a failure.
    public static String message(Throwable failure, Words words) {
        return switch (failure) {
            case UnusableCall unusable -> String.valueOf(unusable.getMessage());
            case OutputFailed failed ->
                words.text(
                        "output.failed",
                        "file",
                        failed.file(),
                        "reason",
                        words.text("output.failed." + failed.kind(), "reason", failed.reason()));
            default -> words.text("error.unexpected", "reference", reference(failure));
        };
    }

    private static String reference(Throwable failure) {
        var frames = failure.getStackTrace();
        var ours = Stream.of(frames)
                .filter(frame -> frame.getClassName().startsWith("org.tsunagu."))
                .findFirst()
                .or(() -> Stream.of(frames).findFirst());
        var place = ours.map(frame -> "%s:%d".formatted(frame.getFileName(), frame.getLineNumber()));
        return "%s@%s".formatted(failure.getClass().getSimpleName(), place.orElse("?"));
    }
}
