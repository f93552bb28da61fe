package org.tsunagu.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The folder of the sources, found from the module that the tests run in.
final class House {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private House() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(Path folder, String suffix) {
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> mainFolders() {
        return List.of(
                "codes",
                "checkup-format",
                "fhir",
                "claims-format",
                "rules",
                "synthetic",
                "charts",
                "letters",
                "linkage",
                "measures",
                "statistics",
                "privacy",
                "localdb",
                "cli",
                "app");
    }
}
