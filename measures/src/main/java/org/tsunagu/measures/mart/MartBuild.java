package org.tsunagu.measures.mart;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/// A new version of a mart in the making (集計用データの作成): partitions are written anew or kept from the version in
/// force, then all of it comes into force at once. Closed without [#publish()] nothing has happened.
public final class MartBuild implements AutoCloseable {

    private final MartFolder folder;
    private final FileChannel lock;
    private final Path begun;
    private final DuckSession session;
    private final Map<String, Long> counts = new TreeMap<>();
    private boolean isPublished;

    private MartBuild(MartFolder folder, FileChannel lock, Path begun, DuckSession session) {
        this.folder = folder;
        this.lock = lock;
        this.begun = begun;
        this.session = session;
    }

    /// Begins a version.
    ///
    /// @throws MartBusy if another writer is at work
    public static MartBuild begin(MartFolder folder) throws IOException, SQLException {
        var lock = folder.lock();
        try {
            var begun = folder.begin();
            return new MartBuild(folder, lock, begun, DuckSession.open(begun.resolve(".spill")));
        } catch (IOException | SQLException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Rows of a partition, to be written and closed before the next is opened.
    public MartRows write(Partition partition) throws IOException, SQLException {
        var file = file(partition);
        return new MartRows(session, partition, file, rows -> counts.put(partition.file(), rows));
    }

    /// Takes a partition over as it is in the version in force.
    ///
    /// @return whether there was one
    public boolean keep(Partition partition) throws IOException {
        var version = folder.current();
        var before = version.map(path -> path.resolve(partition.file())).filter(Files::isRegularFile);
        if (before.isEmpty()) {
            return false;
        }
        link(before.get(), file(partition));
        return true;
    }

    /// The same bytes under another name; copied where the file system has no links.
    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException e) {
            Files.copy(from, to);
        }
    }

    private Path file(Partition partition) throws IOException {
        var file = begun.resolve(partition.file());
        Files.createDirectories(file.getParent());
        return file;
    }

    /// Runs a query of the caller's over files and writes its rows as a partition; for files that lie there already.
    ///
    /// @param query gives the columns of the table in their order
    public void write(Partition partition, String query) throws IOException, SQLException {
        session.execute("copy (select %s from (%s) q) to '%s' (format parquet, compression zstd)"
                .formatted(Mart.names(partition.table()), query, DuckSession.quoted(file(partition))));
    }

    /// The engine, to prepare tables that queries of the caller use.
    public DuckSession session() {
        return session;
    }

    /// Puts the version in force.
    ///
    /// @return where it lies
    public Path publish() throws IOException, SQLException {
        session.close();
        var spill = begun.resolve(".spill");
        if (Files.isDirectory(spill)) {
            MartFolder.delete(spill);
        }
        var version = folder.publish(begun);
        isPublished = true;
        return version;
    }

    @Override
    public void close() throws IOException, SQLException {
        try (lock) {
            session.close();
            if (!isPublished && Files.isDirectory(begun)) {
                MartFolder.delete(begun);
            }
        }
    }
}
