package org.tsunagu.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tsunagu.cli.csv.CsvInput.UnknownEncoding;
import org.tsunagu.cli.text.Words;

/// The one file that a call writes (書き出すファイル).
record ResultFile(Path folder, String name) {

    /// Takes the value of `--out`.
    ///
    /// @throws UnusableCall if it is a folder or one of the inputs
    static ResultFile of(Path out, List<Path> inputs, Words words) {
        var target = out.toAbsolutePath().normalize();
        var folder = target.getParent();
        var name = target.getFileName();
        if (folder == null || name == null || Files.isDirectory(target)) {
            throw new UnusableCall(words.text("error.value", "name", "--out", "value", out.toString()));
        }
        if (inputs.stream().anyMatch(in -> target.equals(in.toAbsolutePath().normalize()))) {
            throw new UnusableCall(words.text("judge.same"));
        }
        return new ResultFile(folder, name.toString());
    }

    /// The sentence for an input that could not be read: its encoding, or the file as such.
    static String unread(Exception why) {
        return why instanceof UnknownEncoding || why.getCause() instanceof UnknownEncoding
                ? "error.encoding"
                : "error.read";
    }
}
