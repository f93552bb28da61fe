package org.tsunagu.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.tsunagu.app.files.Originals;

/// The folder of the data (データフォルダー), held by one program at a time: two would do the same jobs at once. The hold ends
/// with the program, however it ends.
final class DataFolder implements AutoCloseable {

    private final FileLock lock;

    private DataFolder(FileLock lock) {
        this.lock = lock;
    }

    /// Takes hold of a folder, making it when missing.
    ///
    /// @return nothing when another program has it
    static Optional<DataFolder> hold(Path data) {
        try {
            Files.createDirectories(data);
            var channel = FileChannel.open(data.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = lock(channel);
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock.map(DataFolder::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException hereAlready) {
            return Optional.empty();
        }
    }

    /// Where uploads lie until they are kept: beside the originals, not in a small `/tmp`.
    static Path uploads(Path data) {
        return data.resolve("uploads").toAbsolutePath();
    }

    /// Removes what a program that was killed had half received, which may hold personal data.
    static void clear(Path data) {
        try {
            var uploads = uploads(data);
            if (!Files.exists(uploads)) {
                Files.createDirectories(
                        uploads, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            delete(uploads, "*");
            var originals = data.resolve("originals");
            if (Files.isDirectory(originals)) {
                try (var insurers = Files.newDirectoryStream(originals, Files::isDirectory)) {
                    for (var insurer : insurers) {
                        delete(insurer, Originals.INCOMING + "*");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder, String names) throws IOException {
        try (var files = Files.newDirectoryStream(folder, names)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
