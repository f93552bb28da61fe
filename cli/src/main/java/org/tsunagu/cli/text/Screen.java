package org.tsunagu.cli.text;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where a command speaks (画面): results to `out`, messages and progress to `err`.
///
/// @param isTerminal whether somebody watches, so that a line may be written over
public record Screen(PrintWriter out, PrintWriter err, boolean isTerminal) {

    private static final String PROBE = "\u7e4b";

    /// The standard streams in the terminal's encoding if it knows Japanese, else in UTF-8: `LANG=C` must not turn
    /// every sentence into question marks.
    public static Screen standard() {
        return new Screen(
                writer(FileDescriptor.out, "stdout.encoding"),
                writer(FileDescriptor.err, "stderr.encoding"),
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
    }

    private static PrintWriter writer(FileDescriptor descriptor, String property) {
        OutputStream stream = new FileOutputStream(descriptor);
        var name = System.getProperty(property, "");
        var charset = Charset.isSupported(name.isEmpty() ? "UTF-8" : name)
                ? Charset.forName(name.isEmpty() ? "UTF-8" : name)
                : StandardCharsets.UTF_8;
        var knowsJapanese = charset.canEncode() && charset.newEncoder().canEncode(PROBE);
        return new PrintWriter(new OutputStreamWriter(stream, knowsJapanese ? charset : StandardCharsets.UTF_8), true);
    }
}
