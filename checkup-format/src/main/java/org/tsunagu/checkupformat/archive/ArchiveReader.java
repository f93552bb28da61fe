package org.tsunagu.checkupformat.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.tsunagu.checkupformat.problems.Reporter;

/// Reads an exchange archive (送付用アーカイブ).
public final class ArchiveReader implements AutoCloseable {

    private ArchiveReader() {}

    /// Opens an archive.
    public static Optional<ArchiveReader> open(Path file, String shownName, ArchiveLimits limits, Reporter reporter) {
        return Optional.empty();
    }

    /// How many files there are, folders not counted.
    public long entries() {
        return 0;
    }

    /// Walks the directory.
    public void forEach(Consumer<ArchiveEntry> action) {}

    /// Expands a file.
    public Optional<byte[]> read(ArchiveEntry entry, Reporter reporter) {
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {}
}
