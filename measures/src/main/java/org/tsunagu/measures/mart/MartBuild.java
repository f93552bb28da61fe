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
    private final Map<String, String> states = new TreeMap<>();
    private final Map<String, String> before;
    private boolean isPublished;

    private MartBuild(
            MartFolder folder, FileChannel lock, Path begun, DuckSession session, Map<String, String> before) {
        this.folder = folder;
        this.lock = lock;
        this.begun = begun;
        this.session = session;
        this.before = before;
    }

    /// Begins a version.
    ///
    /// @throws MartBusy if another writer is at work
    public static MartBuild begin(MartFolder folder) throws IOException, SQLException {
        var lock = folder.lock();
        try {
            var begun = folder.begin();
            return new MartBuild(
                    folder, lock, begun, DuckSession.open(begun.resolve(".spill")), MartStates.of(folder.current()));
        } catch (IOException | SQLException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Rows of a partition, to be written and closed before the next is opened.
    ///
    /// @param state of what it is made from; while that is the same it need not be written again
    public MartRows write(Partition partition, String state) throws IOException, SQLException {
        states.put(partition.file(), state);
        var file = file(partition);
        // It may be a link to the same partition of the version in force, which must stay as it is.
        Files.deleteIfExists(file);
        return new MartRows(session, partition.table(), file);
    }

    /// Where another engine may write the files of a table itself (他のエンジンによる書き込み).
    public Path folder(String table) {
        Mart.columns(table);
        return begun.resolve(table);
    }

    /// Takes a partition over from the version in force.
    ///
    /// @return whether there was one, made from the same state
    public boolean keep(Partition partition, String state) throws IOException {
        if (!state.equals(before.get(partition.file()))) {
            return false;
        }
        var old = folder.current().orElseThrow().resolve(partition.file());
        link(old, file(partition));
        states.put(partition.file(), state);
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

    /// Puts the version in force.
    ///
    /// @return where it lies
    public Path publish() throws IOException, SQLException {
        session.close();
        var spill = begun.resolve(".spill");
        if (Files.isDirectory(spill)) {
            MartFolder.delete(spill);
        }
        MartStates.write(begun, states);
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
