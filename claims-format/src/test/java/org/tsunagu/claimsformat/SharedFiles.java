package org.tsunagu.claimsformat;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Files that lie beside the project and are no part of it; a test that needs them is skipped without.
public final class SharedFiles {

    private static final String BESIDE = "../../shared";

    private SharedFiles() {}

    public static Path orSkip(String path) {
        var file = Path.of(System.getProperty("tsunagu.shared.dir", BESIDE)).resolve(path);
        assumeTrue(Files.exists(file), "not there: " + path);
        return file;
    }
}
