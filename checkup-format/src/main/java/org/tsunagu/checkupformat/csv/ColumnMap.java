package org.tsunagu.checkupformat.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.tsunagu.checkupformat.problems.Reporter;

/// Which column of a CSV means what (列対応表).
public final class ColumnMap {

    private ColumnMap() {}

    /// A map that comes with the program.
    public static ColumnMap shipped(String name) {
        return new ColumnMap();
    }

    /// Reads a user's map.
    public static Optional<ColumnMap> read(Path file, Reporter reporter) throws IOException {
        return Optional.of(new ColumnMap());
    }
}
