package org.tsunagu.localdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/// Folders with all that is below (フォルダーごと).
final class Trees {

    private Trees() {}

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var walk = Files.walk(folder)) {
            for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// Deletes what begins with a name beside a path, as far as it can be: somebody may still be writing there.
    static void deleteBeside(Path path, String beginning) throws IOException {
        try (var beside = Files.newDirectoryStream(path.resolveSibling("."), beginning + "*")) {
            for (var one : beside) {
                try {
                    delete(one);
                } catch (DirectoryNotEmptyException | NoSuchFileException | UncheckedIOException stillWritten) {
                    // The next start tries again.
                }
            }
        }
    }
}
