package org.tsunagu.claimsformat.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tsunagu.codes.problem.Place;

/// A file with claims (レセプトファイル), on its own or in an archive. It may be opened several times.
///
/// @param file as the user gave it
/// @param entry path inside the archive, nested archives divided by `!`; empty for a loose file
/// @param kind as the name says; empty when it does not
/// @param size in bytes, -1 when unknown
public record ClaimFile(String file, String entry, Family family, Optional<Kind> kind, long size, Opening opening) {

    /// A loose file whose family is known.
    public static ClaimFile of(Path file, Family family, Optional<Kind> kind) throws IOException {
        return new ClaimFile(file.toString(), "", family, kind, Files.size(file), () -> Files.newInputStream(file));
    }

    /// Where it is, for problems.
    public Place place() {
        return Place.of(file, entry);
    }

    /// Opens it at its beginning.
    ///
    /// @throws IOException if it cannot be opened
    public InputStream open() throws IOException {
        return opening.open();
    }

    /// How a file is opened (ファイルの開き方).
    @FunctionalInterface
    public interface Opening {
        /// Opens the file at its beginning.
        InputStream open() throws IOException;
    }
}
