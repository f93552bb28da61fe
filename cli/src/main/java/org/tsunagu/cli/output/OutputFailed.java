package org.tsunagu.cli.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;

/// A result could not be written (書き込み失敗): disk full, no right, not a folder. Ends the run with one message.
public final class OutputFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String file;

    /// @param file what could not be written
    public OutputFailed(Path file, IOException cause) {
        super(reason(cause), cause);
        this.file = file.toString();
    }

    /// The kind of failure, a key of the messages: `not-folder`, `denied`, `full`, `other`.
    public String kind() {
        var cause = getCause();
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return "not-folder";
        }
        if (cause instanceof AccessDeniedException) {
            return "denied";
        }
        return reason().contains("No space left") || reason().contains("quota") ? "full" : "other";
    }

    private static String reason(IOException cause) {
        var said = cause instanceof FileSystemException failed ? failed.getReason() : cause.getMessage();
        return Objects.requireNonNullElse(said, cause.getClass().getSimpleName());
    }

    /// What could not be written.
    public String file() {
        return file;
    }

    /// Why, in the words of the operating system.
    public String reason() {
        return Objects.requireNonNullElse(getMessage(), "");
    }
}
