package org.tsunagu.checkupformat.archive;

import java.nio.file.Path;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.checkupformat.problems.Reporter;
import org.tsunagu.codes.problem.Place;

/// Validates files against the official schemas (公式スキーマ検証) of a folder the user filled.
public final class SchemaGate {

    private SchemaGate() {}

    /// Looks for schema sets in a folder.
    public static SchemaGate open(Path folder) {
        return new SchemaGate();
    }

    /// Validates a file.
    public void check(byte[] bytes, ReceivedFile file, Place place, Reporter reporter) {}
}
